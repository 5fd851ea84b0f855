// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Minutes

/// Tells what became of each meeting of each document that was read: a digest for the first report of a
/// meeting, a source for every further one.
///
/// Everything that came together is kept before any of it is told, so a digest knows all its sources and
/// baselines.
struct Teller {
  /// What one part came to.
  struct Told {
    var tally: Tally
    /// The meeting, where it was told for the first time.
    var fresh: (meeting: Meeting, provenance: Provenance)?
    /// The meeting, where its earlier digest lacks what this part says.
    var outdated: MeetingKey?
  }

  let archive: MeetingArchive
  let comparisons: Comparisons
  let stages: Stages
  let outcomes: Outcomes
  let boot: String

  /// What is to be told of a part.
  private enum Standing {
    /// Its document is no longer kept.
    case gone
    /// A document without a meeting.
    case bulletin(DocumentReading)
    /// A later version of the file, or nothing at all, tells of its meeting now.
    case superseded(DocumentReading, Record)
    /// A person has withdrawn its meeting.
    case withdrawn(DocumentReading, Record, Edit)
    /// A person has withdrawn what was told of its meeting.
    case retracted(DocumentReading, Record, Edit)
    /// Nothing was told of its meeting yet.
    case first(Brief)
    case further(DocumentReading, MeetingKey, Record, KeptDigest)
  }

  private func standing(of part: UntoldPart) throws(ArchiveError) -> Standing {
    guard let reading = try archive.document(sha256: part.sha256) else { return .gone }
    let meetings = reading.report.meetings
    guard part.part > 0, part.part <= meetings.count else { return .bulletin(reading) }
    let meeting = meetings[part.part - 1]
    let key = MeetingKey(id: meeting.id, provenance: reading.document.provenance)
    guard try !archive.isSuperseded(part.sha256), let record = try archive.record(key) else {
      return .superseded(reading, Record(meeting: meeting, documents: [reading.document]))
    }
    if let edit = try archive.withdrawal(of: key) { return .withdrawn(reading, record, edit) }
    if let told = try archive.told(of: key) { return .further(reading, key, record, told) }
    if let edit = try archive.retraction(of: key) { return .retracted(reading, record, edit) }
    return .first(try brief(of: part, reading, record))
  }

  /// Tells one part. `corrects` is false for imports and bursts, which send no corrections.
  func tell(_ part: UntoldPart, corrects: Bool) throws(ArchiveError) -> Told {
    switch try standing(of: part) {
    case .gone: return Told(tally: Tally())
    case .bulletin(let reading):
      try archive.tell(part, nil, [OutboxEntry(outcomes.bulletin(reading))], boot: boot)
      return Told(tally: Tally(sources: 1))
    case .superseded(let reading, let record): return try tell(part, source: reading, of: record, .superseded)
    case .withdrawn(let reading, let record, let edit):
      return try tell(part, source: reading, of: record, .withdrawn(why: edit.reason, edit: edit.id))
    case .retracted(let reading, let record, let edit):
      return try tell(part, source: reading, of: record, .retracted(why: edit.reason, digest: edit.target))
    case .first(let brief): return try tell(part, first: try draft(brief))
    case .further(let reading, let key, let record, let told):
      return try tell(part, further: reading, key, record, told, corrects)
    }
  }

  /// What the first digest of a part's meeting is made from; nil for a part that is told otherwise.
  func brief(of part: UntoldPart) throws(ArchiveError) -> Brief? {
    if case .first(let brief) = try standing(of: part) { brief } else { nil }
  }

  private func brief(
    of part: UntoldPart, _ reading: DocumentReading, _ record: Record
  ) throws(ArchiveError) -> Brief {
    Brief(
      record: record, provenance: reading.document.provenance,
      baselines: try comparisons.keptBaselines(of: record),
      sending: JournalEntries.Sending(
        number: part.part, parts: reading.report.meetings.count, document: reading.document))
  }

  /// Makes a digest of its brief; on any thread.
  var draft: @Sendable (Brief) throws(ArchiveError) -> Draft {
    let (composer, render) = (comparisons.composer, stages.render)
    return { brief throws(ArchiveError) in
      let digest = composer.digest(of: brief.record, against: try brief.baselines.decoded())
      let (kept, entries) = render(digest, brief.sending)
      return Draft(
        meeting: brief.record.meeting, provenance: brief.provenance, digest: kept, entries: entries)
    }
  }

  /// Tells a part by the first digest of its meeting.
  func tell(_ part: UntoldPart, first draft: Draft) throws(ArchiveError) -> Told {
    try archive.tell(part, draft.digest, draft.entries, boot: boot)
    return Told(tally: Tally(digests: 1), fresh: (draft.meeting, draft.provenance))
  }

  private func tell(
    _ part: UntoldPart, further reading: DocumentReading, _ key: MeetingKey, _ record: Record,
    _ told: KeptDigest, _ corrects: Bool
  ) throws(ArchiveError) -> Told {
    let accounts = try archive.accounts(of: key)
    let merged = comparisons.comparer.merge(accounts)
    let news = try told.sources.contains(part.sha256) ? false : isNews(merged, key, told)
    let story = try story(reading, part, merged, told, isNews: news, corrects)
    let conflicts = comparisons.comparer.conflicts(of: part.sha256, among: accounts)
    if news, corrects { try archive.awaitCorrection(of: key) }
    var result = try tell(part, source: reading, of: record, story, conflicts)
    if news { result.outdated = key }
    return result
  }

  private func tell(
    _ part: UntoldPart, source reading: DocumentReading, of record: Record, _ story: SourceStory,
    _ conflicts: [SourceConflict] = []
  ) throws(ArchiveError) -> Told {
    let entry = outcomes.source(reading, of: record, story, part: part.part)
    let entries =
      try [entry]
      + conflicts.map { (conflict) throws(ArchiveError) in
        try outcomes.conflict(conflict, of: record, edit: edit(behind: conflict))
      }
    try archive.tell(part, nil, entries.map { OutboxEntry($0) }, boot: boot)
    return Told(tally: Tally(sources: 1))
  }

  /// The edit that has put right one side of a conflict.
  private func edit(behind conflict: SourceConflict) throws(ArchiveError) -> Int64? {
    guard let (document, excerpt) = conflict.amended else { return nil }
    return try archive.amendments(of: document.sha256).last {
      $0.amendment.mark.subject == .figure && $0.amendment.mark.span == excerpt.span
        && $0.amendment.mark.words == excerpt.text
    }?.edit
  }

  /// True where the reports say together what those that the digest was made from do not.
  private func isNews(
    _ merged: MergedAccounts, _ key: MeetingKey, _ told: KeptDigest
  ) throws(ArchiveError) -> Bool {
    try before(key, told).map { !$0.saysTheSame(as: merged.meeting) } ?? true
  }

  /// What the reports say together that a digest was made from; nil where none of them tells of the meeting
  /// now.
  private func before(_ key: MeetingKey, _ told: KeptDigest) throws(ArchiveError) -> Meeting? {
    let accounts = try archive.accounts(of: key, documents: told.sources)
    return accounts.isEmpty ? nil : comparisons.comparer.merge(accounts).meeting
  }

  private func story(
    _ reading: DocumentReading, _ part: UntoldPart, _ merged: MergedAccounts, _ told: KeptDigest,
    isNews: Bool, _ corrects: Bool
  ) throws(ArchiveError) -> SourceStory {
    let meeting = reading.report.meetings[part.part - 1]
    if let earlier = try archive.version(before: part.sha256),
      let before = earlier.report.meetings.first(where: { $0.id == meeting.id })
    {
      let comparison = comparisons.comparer.compare(meeting, with: before, as: .previous)
      return .revision(comparison, isNews: isNews, isCorrected: isNews && corrects)
    }
    if told.sources.contains(part.sha256) { return .included(digest: told.id) }
    guard isNews else { return .nothingNew }
    let key = MeetingKey(id: meeting.id, provenance: reading.document.provenance)
    let added = try before(key, told).map { merged.meeting.additions(to: $0) } ?? (0, 0)
    return .news(priorities: added.0, figures: added.1, isCorrected: corrects)
  }
}
