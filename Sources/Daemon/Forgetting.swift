// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
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
  /// on the disk. `now` is in microseconds since 1970, `handed` are entries on their way to the journal.
  func forget(
    _ hashes: [String], _ edit: Edit, now: Int64, handed: Set<String> = []
  ) throws(ArchiveError) -> Forgotten {
    var outcome = Forgotten()
    try archive.together { () throws(ArchiveError) in
      let meetings = try meetings(in: hashes)
      let followers = try Followers(
        try Followers.all(of: meetings.map { ($0.meeting, $0.key.provenance) }, in: archive), self)
      var edit = edit
      // For the pages of the digests that are corrected: the hash alone tells them nothing.
      edit.note(hashes, of: meetings.map { (key: $0.key, documents: $0.documents) })
      edit.id = try archive.keep(edit)
      // What they said is gone after it; how much of it still holds is told.
      var before: [MeetingKey: SupersededDigest] = [:]
      for key in meetings.map(\.key) {
        before[key] = try archive.told(of: key).map { SupersededDigest(id: $0.id, json: $0.json) }
      }
      let request = ForgetRequest(
        reason: edit.reason, now: now, edit: edit.id, handed: handed,
        conflict: Entry.needle(.event, Event.conflict.rawValue))
      for sha256 in hashes { outcome.documents.append(try archive.forget(sha256, request)) }
      try tell(&outcome, of: meetings, before, followers, for: edit)
    }
    return outcome
  }

  /// A meeting that documents tell of which are to be forgotten.
  private struct Touched {
    let key: MeetingKey
    var meeting: Meeting
    /// The hashes of those that tell of it.
    var documents: [String] = []
  }

  /// The meetings that documents tell of, each once, by id.
  private func meetings(in hashes: [String]) throws(ArchiveError) -> [Touched] {
    var meetings: [MeetingKey: Touched] = [:]
    for sha256 in hashes {
      guard let reading = try archive.document(sha256: sha256) else { continue }
      for meeting in reading.report.meetings {
        let key = MeetingKey(id: meeting.id, provenance: reading.document.provenance)
        var touched = meetings[key] ?? Touched(key: key, meeting: meeting)
        touched.meeting = meeting
        if touched.documents.last != sha256 { touched.documents.append(sha256) }
        meetings[key] = touched
      }
    }
    return meetings.values.sorted { $0.key < $1.key }
  }

  /// Lets bytes that were forgotten be kept again when they come again; false where they were not forgotten.
  ///
  /// The edit that had them forgotten is taken back with the last of its documents.
  func remember(_ sha256: String, _ edit: Edit) throws(ArchiveError) -> Bool {
    var isFound = false
    try archive.together { () throws(ArchiveError) in
      isFound = try archive.remember(sha256) > 0
      guard isFound else { return }
      let number = try archive.keep(edit)
      for former in try archive.edits(["forget"], isInForce: true) where former.documents.contains(sha256) {
        var isLeft = false
        for other in former.documents where try archive.isForgotten(other) { isLeft = true }
        if !isLeft { try archive.undo(former.id, by: number) }
      }
    }
    return isFound
  }

  /// What reading made of an arrival, refused where its bytes were forgotten while a child had them open.
  func checked(_ work: Work) throws(ArchiveError) -> Work {
    guard let sha256 = work.arrival.file.sha256, try archive.isForgotten(sha256) else { return work }
    store.remove(sha256)
    return .refused(work.arrival, .forgotten(sha256))
  }

  /// Lets go of an archive with bytes among its members that were forgotten: in the store it would keep them.
  ///
  /// The other members have places of their own there. Returns the hashes that are to be discarded once the
  /// commit that makes arrivals of them is on the disk: till then the archive is all that there is of them.
  func release(_ container: Arrival, with members: [ArrivedFile]) throws(ArchiveError) -> [String] {
    var forgotten: [String] = []
    for sha256 in members.compactMap(\.sha256) where try archive.isForgotten(sha256) {
      forgotten.append(sha256)
    }
    guard !forgotten.isEmpty, let sha256 = container.file.sha256 else { return [] }
    try archive.noteGone([sha256])
    // Members that were known by name are no arrivals, which would be refused.
    return forgotten + [sha256]
  }

  /// Removes from the store what `release` has named, but for an archive that comes a second time and is to
  /// be opened yet. Broken off before this, the sweeper does it at the next start.
  func discard(_ released: [String]) throws(ArchiveError) {
    var gone: [String] = []
    for sha256 in released where try !archive.isAwaited(sha256) { gone.append(sha256) }
    store.remove(gone)
  }

  /// Withdraws what was told of meetings that are gone, tells anew those that are left, and what rested on
  /// them.
  private func tell(
    _ outcome: inout Forgotten, of meetings: [Touched], _ superseded: [MeetingKey: SupersededDigest],
    _ followers: Followers, for edit: Edit
  ) throws(ArchiveError) {
    for touched in meetings {
      if try archive.record(touched.key) == nil {
        outcome.gone.append(touched.key)
        try corrector.retractForgotten(touched.key, touched.meeting, for: edit)
      } else {
        outcome.left.append(touched.key)
      }
    }
    var edit = edit
    edit.noteLeft(outcome.left)
    try archive.complete(edit)
    try keeper.merge(Set(outcome.left))
    let before = try archive.lastDigest()
    for key in outcome.left {
      let names = try archive.names(removedBy: edit, of: key)
      try corrector.correctForgotten(key, names, superseded[key], for: edit)
    }
    for key in try followers.outdated(except: Set(outcome.left)) {
      try tell(key, thatRestedOn: meetings.map(\.key), outcome.left, for: edit)
    }
    outcome.corrected = Int(try archive.lastDigest() - before)
  }

  /// Tells a meeting anew that rested on some of these, of which these are `left`.
  private func tell(
    _ key: MeetingKey, thatRestedOn meetings: [MeetingKey], _ left: [MeetingKey], for edit: Edit
  ) throws(ArchiveError) {
    let previous = try archive.told(of: key)?.previous
    let cause = meetings.first { $0.id == previous } ?? meetings.first
    let isLeft = cause.map(left.contains) ?? false
    let note = RemovalNote(
      meeting: cause?.id ?? "", act: isLeft ? .forgottenInPart : .forgotten, reason: edit.reason)
    try corrector.correct(key, for: edit, .removal(note))
  }
}
