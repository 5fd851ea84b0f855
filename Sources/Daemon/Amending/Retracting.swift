// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// Withdraws what was told of a meeting, or lets it hold again; the meeting itself stays.
///
/// What a digest had corrected does not hold again: the whole line of corrections is withdrawn with it. Where
/// a person puts right which meeting it is, the retraction goes with it (`Editing`). What people did while it
/// was withdrawn is told as soon as it holds again (`Meanwhile`).
struct Retracting {
  let pipeline: Pipeline
  /// The edit that asks for it; not kept yet.
  let edit: Edit
  private var archive: MeetingArchive { pipeline.archive }

  init(_ pipeline: Pipeline, _ edit: Edit) {
    self.pipeline = pipeline
    self.edit = edit
  }

  func retract(_ digest: KeptDigest) throws(ArchiveError) -> Result<Void, EditRefusal> {
    let key = MeetingKey(id: digest.meetingID, provenance: digest.provenance)
    guard !digest.isRetracted else {
      return .failure(
        EditRefusal(
          Saying("\(digest.id) is withdrawn already", "摘要 \(digest.id) 早已撤回"),
          hint: Saying("minutectl digest shows why", "缘由见 minutectl digest")))
    }
    let line = try archive.digests(ofMeeting: key.id, provenance: key.provenance).filter { !$0.isRetracted }
    if let later = line.first, later.id != digest.id {
      return .failure(
        EditRefusal(
          Saying("\(digest.id) was replaced by \(later.id)", "摘要 \(digest.id) 已由 \(later.id) 取代"),
          hint: Saying("withdraw that one", "请撤回后者")))
    }
    guard let record = try archive.record(key) else {
      return .failure(
        EditRefusal(
          Saying("the meeting of \(digest.id) is not kept", "摘要 \(digest.id) 的会议已不再收存"),
          hint: Saying("nothing is left to withdraw", "没有可撤回的")))
    }
    var edit = edit
    edit.target = digest.id
    edit.content["digests"] = line.map(\.id).joined(separator: " ")
    (edit.content["meeting"], edit.content["provenance"]) = (key.id, key.provenance.rawValue)
    try archive.together { () throws(ArchiveError) in
      try archive.keep(edit)
      let entry = pipeline.outcomes.retraction(of: digest.id, record.meeting, .request, edit: edit)
      try archive.set(retracted: true, line.map(\.id), of: key, [OutboxEntry(entry)])
    }
    return .success(())
  }

  func takeBack(_ digest: KeptDigest) throws(ArchiveError) -> Result<Void, EditRefusal> {
    let edits = try archive.edits(["retract"], isInForce: true)
    guard let former = edits.last(where: { $0.target == digest.id }) else {
      return .failure(
        EditRefusal(
          Saying("nobody has withdrawn \(digest.id)", "没有人撤回过摘要 \(digest.id)"),
          hint: Saying("minutectl digest shows how it stands", "现状见 minutectl digest")))
    }
    // Somebody may have put right since which meeting it is.
    let key = MeetingKey(id: former.content["meeting"] ?? digest.meetingID, provenance: digest.provenance)
    if let told = try archive.told(of: key) {
      return .failure(
        EditRefusal(
          Saying("\(told.id) has been told of the meeting since", "这次会议后来又发了摘要 \(told.id)"),
          hint: Saying("withdraw that one first, if this one is to hold", "要恢复这一份，请先撤回那一份")))
    }
    if let withdrawal = try archive.withdrawal(of: key) {
      return .failure(
        EditRefusal(
          Saying("the meeting of \(digest.id) is withdrawn", "摘要 \(digest.id) 的会议已撤回"),
          hint: Saying(
            "take that back first: minutectl withdraw --undo \(withdrawal.id)",
            "请先恢复会议：minutectl withdraw --undo \(withdrawal.id)")))
    }
    guard let record = try archive.record(key) else {
      return .failure(
        EditRefusal(
          Saying("the meeting of \(digest.id) is not kept", "摘要 \(digest.id) 的会议已不再收存"),
          hint: Saying("nothing is left that could hold", "没有可恢复的")))
    }
    try archive.together { () throws(ArchiveError) in try takeBack(former, digest, record) }
    return .success(())
  }

  private func takeBack(
    _ former: Edit, _ digest: KeptDigest, _ record: Record
  ) throws(ArchiveError) {
    var edit = edit
    edit.target = digest.id
    edit.id = try archive.keep(edit)
    try archive.undo(former.id, by: edit.id)
    let key = MeetingKey(id: record.meeting.id, provenance: digest.provenance)
    if key.id == digest.meetingID {
      let ids = (former.content["digests"] ?? digest.id).split(separator: " ").map(String.init)
      let entry = pipeline.outcomes.reinstatement(of: digest.id, record.meeting, edit)
      try archive.set(retracted: false, ids, of: key, [OutboxEntry(entry)])
    }
    try Meanwhile(since: former, digest, of: record, pipeline).tell(for: edit)
    // What further reports said of it meanwhile was not told.
    try archive.awaitCorrection(of: key)
  }
}
