// SPDX-License-Identifier: Apache-2.0

package import Archive
package import Diff
package import Digest
internal import Minutes

/// What a kept digest corrects and what corrects it: a page made later tells both, as the digest did.
package struct DigestLineage {
  private let archive: MeetingArchive
  private let comparer: Comparer

  package init(archive: MeetingArchive, comparer: Comparer) {
    self.archive = archive
    self.comparer = comparer
  }

  /// What a digest says of the one that it replaces; nil for one that replaces none.
  ///
  /// Why it was sent is not kept: another meeting before it, or else what further reports say.
  package func correction(of kept: KeptDigest) throws(ArchiveError) -> Correction? {
    guard let id = kept.supersedes, let before = try archive.digests(prefix: id).first else { return nil }
    return Correction(
      superseded: SupersededDigest(id: before.id, json: before.json),
      cause: before.previous == kept.previous ? .sources(try shares(of: kept)) : .otherPrevious)
  }

  /// What each of its reports alone gave.
  private func shares(of kept: KeptDigest) throws(ArchiveError) -> [MergedAccounts.Share] {
    let key = MeetingKey(id: kept.meetingID, provenance: kept.provenance)
    let accounts = try archive.accounts(of: key, documents: kept.sources)
    return accounts.isEmpty ? [] : comparer.merge(accounts).shares
  }

  /// The id of the digest that was sent in the place of this one.
  package func replacement(of kept: KeptDigest) throws(ArchiveError) -> String? {
    try archive.digests(ofMeeting: kept.meetingID, provenance: kept.provenance)
      .first { $0.supersedes == kept.id }?.id
  }
}
