// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Minutes

/// Forgetting documents, and telling what follows from it, in one commit.
extension Pipeline {
  /// What came of it.
  struct Forgotten {
    var documents: [ForgottenDocument] = []
    /// Meetings that nothing tells of any more.
    var gone: [MeetingKey] = []
    /// Meetings that other reports still tell of.
    var left: [MeetingKey] = []
    /// Digests that were told anew.
    var corrected = 0
  }

  /// Removes documents from the archive; their originals and pages are the caller's to remove, after this is
  /// on the disk. `now` is in microseconds since 1970.
  func forget(
    _ hashes: [String], _ edit: Edit, reason: String, now: Int64
  ) throws(ArchiveError) -> Forgotten {
    var outcome = Forgotten()
    try archive.together { () throws(ArchiveError) in
      var edit = edit
      edit.id = try archive.keep(edit)
      var meetings: [MeetingKey: Meeting] = [:]
      for sha256 in hashes {
        guard let reading = try archive.document(sha256: sha256) else { continue }
        for meeting in reading.report.meetings {
          meetings[MeetingKey(id: meeting.id, provenance: reading.document.provenance)] = meeting
        }
      }
      for sha256 in hashes {
        outcome.documents.append(try archive.forget(sha256, reason: reason, now: now))
      }
      try tell(&outcome, of: meetings, for: edit)
    }
    return outcome
  }

  /// What reading made of an arrival, refused where its bytes were forgotten while a child had them open.
  func checked(_ work: Work) throws(ArchiveError) -> Work {
    guard let sha256 = work.arrival.file.sha256, try archive.isForgotten(sha256) else { return work }
    store.remove(sha256)
    return .refused(work.arrival, .forgotten(sha256))
  }

  /// Lets go of an archive with bytes among its members that were forgotten: in the store it would keep them.
  ///
  /// The other members have places of their own there.
  func release(_ container: Arrival, with members: [ArrivedFile]) throws(ArchiveError) {
    var forgotten: [String] = []
    for sha256 in members.compactMap(\.sha256) where try archive.isForgotten(sha256) {
      forgotten.append(sha256)
    }
    guard !forgotten.isEmpty, let sha256 = container.file.sha256 else { return }
    // Members that were known by name are no arrivals, which would be refused.
    store.remove(forgotten + [sha256])
    try archive.noteGone([sha256])
  }

  /// Withdraws what was told of meetings that are gone, tells anew those that are left, and what came after.
  private func tell(
    _ outcome: inout Forgotten, of meetings: [MeetingKey: Meeting], for edit: Edit
  ) throws(ArchiveError) {
    let keys = Set(outcome.documents.flatMap(\.meetings)).sorted()
    var gone: [(Meeting, Provenance)] = []
    for key in keys {
      guard try archive.record(key) == nil, let meeting = meetings[key] else {
        outcome.left.append(key)
        continue
      }
      outcome.gone.append(key)
      gone.append((meeting, key.provenance))
      try corrector.retractForgotten(key, meeting, for: edit)
    }
    try keeper.merge(Set(outcome.left))
    let before = try archive.lastDigest()
    for key in outcome.left { try corrector.correctForgotten(key) }
    for key in try corrector.outdated(after: gone) {
      try corrector.correctForgottenPrevious(of: key, for: edit)
    }
    outcome.corrected = Int(try archive.lastDigest() - before)
  }
}
