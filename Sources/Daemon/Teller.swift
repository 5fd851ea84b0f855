// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Lexicon
internal import Minutes

/// Tells of a meeting: asks the archive what to compare with, compares, and renders digest and entries.
struct Teller {
  /// What one meeting comes to.
  struct Told {
    var digest: KeptDigest
    var entries: [Entry]
  }

  let archive: MeetingArchive
  let comparer: Comparer
  let divisions: DivisionTable
  let rules: String

  init(archive: MeetingArchive, vocabulary: Vocabulary, rules: String) {
    self.archive = archive
    self.rules = rules
    comparer = Comparer(words: ComparingWords(vocabulary))
    divisions = vocabulary.divisions
  }

  /// The digest of a meeting that the archive does not hold yet; `number` of `parts` in its document.
  func tell(
    _ meeting: Meeting, of reading: DocumentReading, number: Int, parts: Int
  ) throws(ArchiveError) -> Told {
    let provenance = reading.document.provenance
    let baselines = try archive.baselines(
      for: meeting, provenance: provenance, parents: parents(of: meeting), halfYear: comparer.words.halfYear)
    let record = Record(meeting: meeting, documents: [reading.document], sources: [reading.report.source])
    let digest = MeetingDigest(
      record: record, baselines: baselines, changes: comparer.changes(in: meeting, against: baselines),
      rules: rules,
      hash: SHA256.digest)
    let entries = JournalEntries.make(digest, sending: JournalEntries.Sending(number: number, parts: parts))
    let kept = KeptDigest(
      id: digest.id, meetingID: meeting.id, provenance: provenance,
      baselines: digest.compared.map(\.record.meeting.id),
      json: DigestJSON.value(digest).text(), text: Self.text(entries), entries: entries.count)
    return Told(digest: kept, entries: entries)
  }

  /// The digest's text with that of each change below it: what MESSAGE has no room for.
  private static func text(_ entries: [Entry]) -> String {
    entries.compactMap { $0["MESSAGE"] }.joined(separator: "\n\n")
  }

  /// The codes of the divisions above a meeting's own, nearest first.
  private func parents(of meeting: Meeting) -> [String] {
    guard let place = meeting.jurisdiction else { return [] }
    return divisions.codesAbove(place.code, in: meeting.date?.year)
  }
}
