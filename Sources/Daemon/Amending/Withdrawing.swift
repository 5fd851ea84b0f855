// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// Takes a meeting out of all comparisons, or lets it come back; to be done in the transaction that keeps the
/// edit.
struct Withdrawing {
  let pipeline: Pipeline
  let edit: Edit
  private var archive: MeetingArchive { pipeline.archive }

  init(_ pipeline: Pipeline, _ edit: Edit) {
    self.pipeline = pipeline
    self.edit = edit
  }

  func withdraw(_ key: MeetingKey) throws(ArchiveError) {
    guard let record = try archive.record(key) else { return }
    let followers = try Followers(
      try Followers.all(of: [(record.meeting, key.provenance)], in: archive), pipeline)
    let told = try archive.told(of: key)
    try archive.describe(key)
    let entries = told.map {
      OutboxEntry(pipeline.outcomes.retraction(of: $0.id, record.meeting, .withdrawn, edit: edit))
    }
    try archive.retractAll(of: key, entries.map { [$0] } ?? [])
    try correct(followers, RemovalNote(meeting: key.id, act: .withdrawn, reason: edit.reason))
  }

  /// The digest that held before holds again; what came of the meeting, and was done to those before it,
  /// meanwhile is corrected like any news.
  func takeBack(_ former: Edit) throws(ArchiveError) {
    let provenance = Provenance(rawValue: former.content["provenance"] ?? "") ?? .report
    let key = MeetingKey(id: former.target, provenance: provenance)
    let followers = try followers(of: key, correctedBy: former)
    try archive.undo(former.id, by: edit.id)
    try archive.describe(key)
    guard let record = try archive.record(key) else { return }
    try pipeline.keeper.merge([key])
    if let digest = former.content["digest"] {
      try archive.reinstate(digest)
      try archive.enqueue([OutboxEntry(pipeline.outcomes.reinstatement(of: digest, record.meeting, edit))])
      if let kept = try archive.digests(prefix: digest).first {
        try Meanwhile(since: former, kept, of: record, pipeline).tell(for: edit)
      }
      try archive.awaitCorrection(of: key)
    }
    try correct(followers, RemovalNote(meeting: key.id, act: .returned, reason: edit.reason))
  }

  /// Later meetings of the series, and those whose digests were corrected when this one was withdrawn.
  private func followers(of key: MeetingKey, correctedBy former: Edit) throws(ArchiveError) -> Followers {
    guard let meeting = try archive.record(key)?.meeting else { return try Followers([], pipeline) }
    let later = try Followers.later(than: [(meeting, key.provenance)], in: archive)
    return try Followers(later + archive.meetings(toldFor: former.id), pipeline)
  }

  private func correct(_ followers: Followers, _ note: RemovalNote) throws(ArchiveError) {
    for key in try followers.outdated() {
      try pipeline.corrector.correct(key, for: edit, .removal(note))
    }
  }
}
