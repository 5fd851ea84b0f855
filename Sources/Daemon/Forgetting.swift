// SPDX-License-Identifier: Apache-2.0

internal import Archive
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
