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
    let followers = try archive.later(inSeriesOf: record.meeting, provenance: key.provenance)
    let told = try archive.told(of: key)
    try archive.describe(key)
    let entries = told.map {
      OutboxEntry(pipeline.outcomes.retraction(of: $0.id, record.meeting, .withdrawn, edit: edit))
    }
    try archive.retractAll(of: key, entries.map { [$0] } ?? [])
    try correct(followers, RemovalNote(meeting: key.id, act: .withdrawn, reason: edit.reason))
  }

  /// The digest that held before holds again; what came of the meeting meanwhile is corrected like any news.
  func takeBack(_ former: Edit) throws(ArchiveError) {
    let provenance = Provenance(rawValue: former.content["provenance"] ?? "") ?? .report
    let key = MeetingKey(id: former.target, provenance: provenance)
    try archive.undo(former.id, by: edit.id)
    try archive.describe(key)
    guard let record = try archive.record(key) else { return }
    try pipeline.keeper.merge([key])
    if let digest = former.content["digest"] {
      try archive.reinstate(digest)
      try archive.enqueue([OutboxEntry(pipeline.outcomes.reinstatement(of: digest, record.meeting, edit))])
      try archive.awaitCorrection(of: key)
    }
    try correct(
      try archive.later(inSeriesOf: record.meeting, provenance: provenance),
      RemovalNote(meeting: key.id, act: .returned, reason: edit.reason))
  }

  /// Corrects later digests that name another meeting before them than there is now.
  private func correct(_ keys: [MeetingKey], _ note: RemovalNote) throws(ArchiveError) {
    for key in keys {
      guard let told = try archive.told(of: key), try archive.previous(of: key) != told.previous else {
        continue
      }
      try pipeline.corrector.correct(key, for: edit, .removal(note))
    }
  }
}
