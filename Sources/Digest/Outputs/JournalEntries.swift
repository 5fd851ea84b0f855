// SPDX-License-Identifier: Apache-2.0

internal import Diff
package import Minutes

/// The entries that a digest puts into the journal: the digest itself, then one a change.
///
/// Ids are `<digest id>-00` for the digest and `-01` … for its changes in the order they are told, so that
/// the same digest sent again has the same ids.
package enum JournalEntries {
  /// What is known of this sending beside the digest.
  package struct Sending: Sendable, Hashable {
    /// k and n where the file held n meetings.
    package var part: (k: Int, n: Int)? { parts > 1 ? (number, parts) : nil }
    package var number: Int
    package var parts: Int
    /// 1, 2 … when sent again by repair or replay.
    package var reissue: Int?
    /// The document whose outcome the digest is; nil for the fullest of the meeting's.
    package var document: Document?
    /// The folder of the pages, where there are any: a page is named by its digest's id before it is written.
    package var reports: String?

    package init(number: Int = 1, parts: Int = 1, reissue: Int? = nil, document: Document? = nil) {
      self.number = number
      self.parts = parts
      self.reissue = reissue
      self.document = document
    }
  }

  /// All entries, the digest first; `message` is its MESSAGE where it was made already.
  package static func make(
    _ digest: MeetingDigest, sending: Sending = Sending(), message: String? = nil
  ) -> [Entry] {
    [entry(of: digest, sending, message ?? DigestText.text(digest))]
      + digest.changes.enumerated().map { entry(of: $0.element, number: $0.offset + 1, digest, sending) }
  }

  private static func entry(of digest: MeetingDigest, _ sending: Sending, _ message: String) -> Entry {
    var list = FieldList()
    let event: Event = digest.correction == nil ? .digest : .correction
    list.open(event, priority: 5, message: message)
    let id = digest.entryID(0)
    list.add(.entryID, id)
    CommonFields.add(to: &list, digest, documents: documents(digest, sending))
    list.add(.supersedes, digest.correction?.superseded.id)
    CommonFields.add(to: &list, baselines: digest.primary.records, relation: digest.primary.relation)
    list.add(.entries, digest.changes.count + 1)
    list.add(.part, sending.part.map { "\($0.k)/\($0.n)" })
    list.add(.reissue, sending.reissue)
    list.add(.unchanged, digest.isUnchanged ? 1 : nil)
    list.add(.report, sending.reports.map { "\($0)/\(digest.id).html" })
    addCounts(to: &list, Counts(digest))
    return Entry(id: id, fields: list.fields)
  }

  /// A digest is the outcome of one file and names that one, so that each file has one outcome; a correction,
  /// which is nobody's outcome, names all that it is made from.
  private static func documents(_ digest: MeetingDigest, _ sending: Sending) -> [Document] {
    if digest.correction != nil { return digest.record.documents }
    return (sending.document ?? digest.record.documents.first).map { [$0] } ?? []
  }

  private static func addCounts(to list: inout FieldList, _ counts: Counts) {
    list.add(.added, counts.added + counts.returned)
    list.add(.dropped, counts.dropped)
    list.add(.reworded, counts.reworded)
    list.add(.moved, counts.moved)
    list.add(.merged, counts.merged + counts.split)
    list.add(.kept, counts.kept)
    list.add(.figuresChanged, counts.figuresChanged)
    list.add(.targetsMet, counts.met)
    list.add(.targetsMissed, counts.missed)
  }

  private static func entry(of change: Change, number: Int, _ digest: MeetingDigest, _ sending: Sending)
    -> Entry
  {
    let weight = Weight(change)
    var list = FieldList()
    list.open(.change, priority: weight == .high ? 5 : 6, message: ChangeText.text(change, in: digest))
    let id = digest.entryID(number)
    list.add(.entryID, id)
    CommonFields.add(to: &list, digest, documents: quoted(change.to, in: digest))
    list.add(.source, digest.bulletin(of: change)?.source)
    let baselines = change.baselines.compactMap(digest.record(of:))
    CommonFields.add(to: &list, baselines: baselines, relation: change.relation, quoted: change.from)
    list.add(.reissue, sending.reissue)
    list.add(.weight, weight.rawValue)
    ChangeFields.add(to: &list, change)
    return Entry(id: id, fields: list.fields)
  }

  /// The documents that a change quotes, else the fullest.
  private static func quoted(_ side: [Change.Evidence], in digest: MeetingDigest) -> [Document] {
    let own = side.filter { $0.meeting == digest.meeting.id }
    let quoted = own.compactMap { digest.document(of: $0.excerpt) }
    let all = quoted.isEmpty ? Array(digest.record.documents.prefix(1)) : quoted
    return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
