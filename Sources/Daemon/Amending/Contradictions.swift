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

  /// Tells what a person has said of a task of the meeting before, where a new version of its file has come in
  /// the place of the `earlier` one and no report of it sets the task any more.
  func tellRulings(on earlier: Report) throws(ArchiveError) {
    for var kept in try archive.rulings() {
      let head = kept.amendment.after
      // Nearly no version has anything to do with a ruling: only then is a meeting looked up.
      let setBy = earlier.meetings.filter { $0.hasTask(named: head) }
      guard !setBy.isEmpty, let record = try record(of: kept), let edit = try archive.edit(kept.edit),
        let now = try previous(of: record), !now.hasTask(named: head), setBy.contains(where: now.isOfOneYear)
      else { continue }
      kept.standing = .lost
      let entry = outcomes.conflict(kept, by: Attribution(edit), reading: nil, of: record, rules: rules)
      try archive.enqueue([OutboxEntry(entry)])
    }
  }

  /// The meeting before, as all its reports tell of it together.
  private func previous(of record: Record) throws(ArchiveError) -> Meeting? {
    let key = MeetingKey(id: record.meeting.id, provenance: record.provenance)
    guard let previous = try archive.previous(of: key) else { return nil }
    for provenance in key.provenance.comparable {
      if let kept = try archive.record(id: previous, provenance: provenance) { return kept.meeting }
    }
    return nil
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
