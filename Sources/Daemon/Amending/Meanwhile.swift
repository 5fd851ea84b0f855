// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// What people did to a meeting, and to those that it is compared with, while what was told of it was
/// withdrawn.
///
/// Nothing was told of that then. A digest that holds again as it was sent may be untrue by now, and people
/// would quote it: it is corrected at once, for the edit that made it untrue and by that one's reason.
struct Meanwhile {
  /// The edit that withdrew the digest.
  private let former: Edit
  private let digest: KeptDigest
  /// The meeting as it is kept now.
  private let record: Record
  private let pipeline: Pipeline
  private var archive: MeetingArchive { pipeline.archive }

  init(since former: Edit, _ digest: KeptDigest, of record: Record, _ pipeline: Pipeline) {
    (self.former, self.digest, self.record, self.pipeline) = (former, digest, record, pipeline)
  }

  /// Corrects the digest where it would tell something else now; `edit` is the one that lets it hold again.
  func tell(for edit: Edit) throws(ArchiveError) {
    let key = MeetingKey(id: record.meeting.id, provenance: digest.provenance)
    if let (cause, note) = try ownAmendments() {
      return try pipeline.corrector.correct(key, for: cause, .edit(note), inPlaceOf: digest)
    }
    let isMoved = key.id != digest.meetingID
    if digest.isForgotten, !isMoved { return }
    let today = try pipeline.corrector.comparisons.digest(of: record)
    let told = SupersededDigest(id: digest.id, json: digest.json)
    if isMoved || !told.tellsTheSame(as: today), let (cause, words) = try latest(touching: today) {
      try pipeline.corrector.correct(key, for: cause, words, inPlaceOf: digest)
    } else if isMoved {
      let note = EditNote(meeting: key.id, amendments: [], reason: edit.reason)
      try pipeline.corrector.correct(key, for: edit, .edit(note), inPlaceOf: digest)
    } else if try archive.previous(of: key) != digest.previous {
      try pipeline.corrector.correctPrevious(of: key)
    }
  }

  /// What people have put right since in the meeting's own reports, and the last of those edits.
  private func ownAmendments() throws(ArchiveError) -> (Edit, EditNote)? {
    var kept: [KeptAmendment] = []
    for document in record.documents {
      kept += try archive.amendments(of: document.sha256).filter { $0.edit > former.id }
    }
    var edits: [Edit] = []
    for number in Set(kept.map(\.edit)).sorted() {
      if let edit = try archive.edit(number) { edits.append(edit) }
    }
    guard let last = edits.last else { return nil }
    var reasons: [String] = []
    for edit in edits where !reasons.contains(edit.reason) { reasons.append(edit.reason) }
    let note = EditNote(
      meeting: record.meeting.id, amendments: kept.map(\.amendment), reason: reasons.joined(separator: "；"))
    return (last, note)
  }

  /// The last edit since on the meeting or on one that it is compared with, then or today; and what it comes
  /// to in words.
  private func latest(touching today: MeetingDigest) throws(ArchiveError) -> (Edit, Correction.Cause)? {
    let records = today.compared.map(\.record) + today.baselines.superiors + today.baselines.history
    let meetings = Set(
      digest.baselines + records.map(\.meeting.id) + [record.meeting.id, digest.meetingID])
    let edits = try archive.edits(["correct", "withdraw", "undo", "forget"], isInForce: true)
    guard let edit = edits.last(where: { isNews($0) && touches($0, meetings) }) else { return nil }
    let lineage = DigestLineage(archive: archive, comparer: pipeline.corrector.comparisons.comparer)
    guard let cause = try lineage.cause(of: edit.id, digest, inPlaceOf: digest) else { return nil }
    guard case .edit(var note) = cause, note.meeting == digest.meetingID else { return (edit, cause) }
    note.meeting = record.meeting.id
    return (edit, .edit(note))
  }

  /// True for what was done since; what was done and taken back since comes to nothing.
  private func isNews(_ edit: Edit) -> Bool {
    let undone = edit.content["undoes"].flatMap { Int64($0) }
    return edit.id > former.id && (undone ?? 0) < former.id
  }

  private func touches(_ edit: Edit, _ meetings: Set<String>) -> Bool {
    guard edit.verb == "forget" else { return isRestedOn(edit.target, meetings) }
    // Of the meeting's own reports it is told when its sources are looked at.
    return edit.forgottenMeetings.contains { $0 != record.meeting.id && isRestedOn($0, meetings) }
  }

  /// True for these meetings, and for an earlier one of the series, which need not be kept under that id.
  private func isRestedOn(_ id: String, _ meetings: Set<String>) -> Bool {
    if meetings.contains(id) { return true }
    let own = record.meeting.id
    return id.split(separator: "/").dropLast() == own.split(separator: "/").dropLast() && id < own
  }
}
