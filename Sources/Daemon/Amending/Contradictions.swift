// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes
internal import Reading

/// Tells where the rules have come to read something otherwise than when a person put it right.
///
/// Each time once; what was put right stands all the same.
struct Contradictions {
  let archive: MeetingArchive
  let outcomes: Outcomes
  let rules: String

  func tell() throws(ArchiveError) {
    let changed = try archive.amendmentsToTell()
    guard !changed.isEmpty else { return }
    var entries: [OutboxEntry] = []
    for kept in changed where kept.standing != .holds {
      guard let record = try record(of: kept), let edit = try archive.edit(kept.edit) else { continue }
      let entry = outcomes.conflict(
        kept, by: Attribution(edit), reading: try reading(at: kept), of: record, rules: rules)
      entries.append(OutboxEntry(entry))
    }
    try archive.enqueue(entries)
    try archive.noteTold(changed.map(\.id))
  }

  /// What is read now where it was put right; of a file with a new version, what that says.
  private func reading(at kept: KeptAmendment) throws(ArchiveError) -> String? {
    guard kept.standing == .superseded, let later = kept.found else { return kept.found }
    return try archive.document(sha256: later)?.report.text(of: kept.amendment)
  }

  /// The meeting that an amendment is about; of a document that no longer tells of any, the document alone.
  private func record(of kept: KeptAmendment) throws(ArchiveError) -> Record? {
    guard let reading = try archive.document(sha256: kept.amendment.document) else { return nil }
    let meetings = reading.report.meetings
    let part = kept.amendment.part - 1
    guard let meeting = meetings.indices.contains(part) ? meetings[part] : meetings.first else {
      return Record(
        meeting: Meeting(kind: kept.amendment.mark.name, category: ""), documents: [reading.document])
    }
    return Record(meeting: meeting, documents: [reading.document])
  }
}
