// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Minutes

/// Sends anew what later arrivals have made untrue: one correction where the meeting before came late, one
/// where further sources have been gathered, a retraction where nothing tells of a meeting any more.
///
/// Late peers and superiors correct nothing: their sections are refreshed when they are read.
struct Corrector {
  let archive: MeetingArchive
  let comparisons: Comparisons
  let stages: Stages
  let outcomes: Outcomes

  /// Meetings whose digests name another meeting before them than the archive now does, next to those given.
  func outdated(after meetings: [(Meeting, Provenance)]) throws(ArchiveError) -> [MeetingKey] {
    var keys: Set<MeetingKey> = []
    for (meeting, provenance) in meetings {
      for key in try archive.successors(of: meeting, provenance: provenance) where !keys.contains(key) {
        guard let told = try archive.told(of: key) else { continue }
        if try archive.previous(of: key) != told.previous { keys.insert(key) }
      }
    }
    return keys.sorted()
  }

  /// Corrects a digest because the meeting before is another one.
  func correctPrevious(of key: MeetingKey) throws(ArchiveError) {
    try correct(key, .otherPrevious)
  }

  /// Corrects a digest by what its sources say together; where that is what was told, nothing is sent.
  func correctSources(of key: MeetingKey) throws(ArchiveError) {
    let accounts = try archive.accounts(of: key)
    guard !accounts.isEmpty, let told = try archive.told(of: key) else {
      return try archive.correct(key, nil, [])
    }
    let merged = comparisons.comparer.merge(accounts)
    let before = try archive.accounts(of: key, documents: told.sources)
    if !before.isEmpty, comparisons.comparer.merge(before).meeting.saysTheSame(as: merged.meeting) {
      return try archive.correct(key, nil, [])
    }
    try correct(key, .sources(merged.shares))
  }

  /// Withdraws what was told of a meeting that only an earlier version of a file told of.
  func retract(_ key: MeetingKey, _ meeting: Meeting, newVersion: Document) throws(ArchiveError) {
    guard let told = try archive.told(of: key) else { return }
    let entry = outcomes.retraction(of: told.id, meeting, .revision, cause: newVersion)
    try archive.retractAll(of: key, [OutboxEntry(entry)])
  }

  /// Withdraws what was told of a meeting whose only report was removed by request.
  func retractForgotten(_ key: MeetingKey, _ meeting: Meeting, for edit: Edit) throws(ArchiveError) {
    guard let told = try archive.told(of: key) else { return }
    let entry = outcomes.retraction(of: told.id, meeting, .forgotten, edit: edit)
    try archive.retractAll(of: key, [OutboxEntry(entry)])
  }

  /// Tells a meeting anew from the reports that are left of it after others, of these names, were removed by
  /// request; `superseded` is what was told of it before they were.
  func correctForgotten(
    _ key: MeetingKey, _ names: [String], _ superseded: SupersededDigest?, for edit: Edit
  ) throws(ArchiveError) {
    let accounts = try archive.accounts(of: key)
    let left = accounts.isEmpty ? [] : comparisons.comparer.merge(accounts).shares
    try correct(key, .forgotten(names, reason: edit.reason, left: left), edit, superseded)
  }

  /// Corrects a digest because of what a person has put right, or has taken back; `other` is the digest that
  /// told of the meeting under the id that it had.
  func correct(
    _ key: MeetingKey, for edit: Edit, _ cause: Correction.Cause, inPlaceOf other: KeptDigest? = nil
  ) throws(ArchiveError) {
    ServiceManager.alive()
    try correct(key, cause, inPlaceOf: other, edit)
  }

  /// Why a digest gives way to one of before.
  private static func reason(for cause: Correction.Cause, _ edit: Edit?) -> RetractionEntry.Reason {
    if case .forgotten = cause { return .forgotten }
    if case .removal(let note) = cause, note.act != .returned { return .restored }
    return edit == nil ? .restored : .undone
  }

  private func correct(
    _ key: MeetingKey, _ cause: Correction.Cause, inPlaceOf other: KeptDigest? = nil, _ edit: Edit? = nil,
    _ superseded: SupersededDigest? = nil
  ) throws(ArchiveError) {
    // What was told of another id is not told of a meeting whose digest a person has withdrawn.
    let isRetracted = try archive.retraction(of: key) != nil
    let replaced = try archive.told(of: key) ?? (isRetracted ? nil : other)
    guard let record = try archive.record(key), let told = replaced, try archive.withdrawal(of: key) == nil
    else { return try archive.correct(key, nil, []) }
    var digest = try comparisons.digest(of: record)
    if let edit, told.isRetracted, try isKnown(digest.id) {
      try archive.reinstate(digest.id)
      let entry = outcomes.reinstatement(of: digest.id, record.meeting, edit)
      return try archive.correct(key, nil, [OutboxEntry(entry)])
    }
    if digest.id == told.id { return try archive.correct(key, nil, []) }
    if try isKnown(digest.id) {
      // What was corrected holds again: sent anew it would have the ids that it had.
      let entry = outcomes.retraction(
        of: told.id, record.meeting, Self.reason(for: cause, edit), restored: digest.id, edit: edit,
        removed: cause.forgotten, isReturn: cause.isRemoval)
      try archive.reinstate(digest.id)
      return try archive.retract(told.id, of: key, [OutboxEntry(entry)])
    }
    digest.correction = Correction(
      superseded: superseded ?? SupersededDigest(id: told.id, json: told.json), cause: cause)
    var (kept, entries) = stages.render(digest, JournalEntries.Sending())
    kept.edit = edit?.id
    try archive.correct(key, kept, entries)
  }

  /// True for a digest that was sent and whose report is still kept.
  private func isKnown(_ id: String) throws(ArchiveError) -> Bool {
    try archive.digests(prefix: id).first.map { !$0.isForgotten } ?? false
  }
}
