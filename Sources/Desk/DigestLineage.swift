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
  /// Where no person's edit is kept as the cause, it is another meeting before it, or else what further reports
  /// say.
  package func correction(of kept: KeptDigest) throws(ArchiveError) -> Correction? {
    guard let id = kept.supersedes, let before = try archive.digests(prefix: id).first else { return nil }
    let superseded = SupersededDigest(id: before.id, json: before.json)
    if let edit = kept.edit, let cause = try cause(of: edit, kept, inPlaceOf: before) {
      return Correction(superseded: superseded, cause: cause)
    }
    return Correction(
      superseded: superseded,
      cause: before.previous == kept.previous ? .sources(try shares(of: kept)) : .otherPrevious)
  }

  /// What an edit put right, withdrew or took back, as the cause of telling `kept` in the place of another.
  ///
  /// Nil for an edit that is not kept.
  package func cause(
    of number: Int64, _ kept: KeptDigest, inPlaceOf replaced: KeptDigest
  ) throws(ArchiveError) -> Correction.Cause? {
    guard let edit = try archive.edit(number) else { return nil }
    let undone = edit.content["undoes"].flatMap { Int64($0) }
    let former = try undone.flatMap { (number) throws(ArchiveError) in try archive.edit(number) }
    if edit.verb == "reread" {
      return .rules(SupersededDigest(id: kept.id, json: kept.json).rules ?? "", reason: edit.reason)
    }
    if edit.verb == "forget" {
      return try cause(ofForgetting: edit, kept, inPlaceOf: replaced)
    }
    if (former ?? edit).verb == "withdraw" {
      let act: RemovalNote.Act = former == nil ? .withdrawn : .returned
      return .removal(RemovalNote(meeting: edit.target, act: act, reason: edit.reason))
    }
    let amendments = try archive.amendments(ofEdit: undone ?? number).map(\.amendment)
    return .edit(
      EditNote(meeting: edit.target, amendments: amendments, reason: edit.reason, isUndone: undone != nil))
  }

  private func cause(
    ofForgetting edit: Edit, _ kept: KeptDigest, inPlaceOf replaced: KeptDigest
  ) throws(ArchiveError) -> Correction.Cause? {
    let meetings = edit.forgottenMeetings
    if meetings.contains(kept.meetingID) {
      let key = MeetingKey(id: kept.meetingID, provenance: kept.provenance)
      let names = try archive.names(removedBy: edit, of: key)
      return .forgotten(names, reason: edit.reason, left: try shares(of: kept))
    }
    guard
      let meeting = meetings.first(where: { $0 == replaced.previous }) ?? meetings.first ?? replaced.previous
    else { return nil }
    let key = MeetingKey(id: meeting, provenance: kept.provenance)
    // As it was told: the other reports may be gone by now.
    let isLeft = if let known = edit.leaves(key) { known } else { try archive.record(key) != nil }
    let act: RemovalNote.Act = isLeft ? .forgottenInPart : .forgotten
    return .removal(RemovalNote(meeting: meeting, act: act, reason: edit.reason))
  }

  /// What each of its reports alone gave.
  private func shares(of kept: KeptDigest) throws(ArchiveError) -> [MergedAccounts.Share] {
    let key = MeetingKey(id: kept.meetingID, provenance: kept.provenance)
    let accounts = try archive.accounts(of: key, documents: kept.sources)
    return accounts.isEmpty ? [] : comparer.merge(accounts).shares
  }
}
