// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Minutes
internal import Reading

/// Tells where the rules have come to read something otherwise than when a person put it right, or the file's
/// later version says it otherwise.
///
/// Each time once; by the rules alone what was put right stands all the same.
struct Contradictions {
  let archive: MeetingArchive
  let outcomes: Outcomes
  /// The rules in force, by name.
  let rules: String

  func tell() throws(ArchiveError) {
    let changed = try archive.amendmentsToTell()
    guard !changed.isEmpty else { return }
    var entries: [OutboxEntry] = []
    for kept in changed where kept.standing != .holds && kept.standing != .carried {
      guard let record = try record(of: kept), let edit = try archive.edit(kept.edit),
        try !isOverruled(kept)
      else { continue }
      let reading = try reading(at: kept)
      // What was taken out, and is in the later version no more, is no matter of dispute.
      if kept.standing == .superseded, kept.amendment.field == .none, reading == nil { continue }
      let entry = outcomes.conflict(kept, by: Attribution(edit), reading: reading, of: record, rules: rules)
      entries.append(OutboxEntry(entry))
    }
    try archive.enqueue(entries)
    try archive.noteTold(changed.map(\.id))
  }

  /// True where the same has been put right otherwise since, which holds.
  private func isOverruled(_ kept: KeptAmendment) throws(ArchiveError) -> Bool {
    let (document, mark, field) = (kept.amendment.document, kept.amendment.mark, kept.amendment.field)
    // What is said of one earlier task is no word on another.
    guard field != .link, field != .unlink else { return false }
    let last = try archive.amendments(of: document).last {
      $0.amendment.mark == mark && $0.amendment.field == field
    }
    return last.map { $0.edit != kept.edit } ?? false
  }

  /// Tells what a person has said of a task of the meeting before, where a new version of its file sets that no
  /// more.
  func tellRulings(on earlier: Report, now later: Report) throws(ArchiveError) {
    for var kept in try archive.rulings() {
      let head = kept.amendment.after
      guard let record = try record(of: kept), let edit = try archive.edit(kept.edit),
        let previous = try archive.previous(
          of: MeetingKey(id: record.meeting.id, provenance: record.provenance)),
        let now = later.meetings.first(where: { $0.id == previous }), !now.hasTask(named: head),
        earlier.meetings.contains(where: { $0.isOfOneYear(with: now) && $0.hasTask(named: head) })
      else { continue }
      kept.standing = .lost
      let entry = outcomes.conflict(kept, by: Attribution(edit), reading: nil, of: record, rules: rules)
      try archive.enqueue([OutboxEntry(entry)])
    }
  }

  /// What is read now where it was put right; of a file with a new version, what the rules read in that.
  private func reading(at kept: KeptAmendment) throws(ArchiveError) -> String? {
    guard kept.standing == .superseded, let later = kept.found else { return kept.found }
    guard let earlier = try readByRules(kept.amendment.document),
      let now = try readByRules(later)
    else { return nil }
    return now.text(of: kept.amendment, inPlaceOf: earlier)
  }

  /// A document as the rules alone read it.
  private func readByRules(_ sha256: String) throws(ArchiveError) -> Report? {
    if let rules = try archive.rulesReading(of: sha256) { return rules }
    return try archive.document(sha256: sha256)?.report
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
