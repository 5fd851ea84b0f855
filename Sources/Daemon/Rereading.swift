// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// Reads kept documents again that other rules have read: both sides of a comparison come from the same
/// rules.
///
/// It goes from the newest to the oldest, in slices that leave the loop free to answer. What is done stands
/// in the archive, so it goes on where it was after a restart. Files wait in their folders until it is over,
/// and digests that were sent stay as they are: one entry at the end counts what is read otherwise now, and
/// what it was is kept for `minutectl changes --rules`.
///
/// On request all documents are read again, those that the rules in force have read included: a tool that
/// opens them may be another one.
struct Rereading {
  /// How long a slice may last, in microseconds; it ends with the document that it has begun.
  private static let slice: UInt64 = 20_000

  /// Documents that are still to be read.
  private(set) var left: Int
  /// True while the next document is with a child.
  private(set) var isWaiting = false
  private let archive: MeetingArchive
  private let pipeline: Pipeline
  /// How many were read, and how many of them otherwise.
  private(set) var (read, changed) = (0, 0)
  /// True where all documents are read again.
  private let isWhole: Bool
  /// Documents from this arrival on are read.
  private var position: Int64

  init(archive: MeetingArchive, pipeline: Pipeline) throws(ArchiveError) {
    self.archive = archive
    self.pipeline = pipeline
    let position = try archive.rereadingPosition(rules: pipeline.rules)
    isWhole = position != nil
    self.position = position ?? .max
    left =
      if let position {
        try archive.documentCount(before: position)
      } else {
        try archive.staleCount(rules: pipeline.rules)
      }
    if isWhole, left == 0 { try archive.noteRereading(at: nil) }
  }

  /// Reads one slice, in one commit; what is no plain text is opened by a child meanwhile.
  mutating func advance(_ extractions: Extractions) throws(ArchiveError) {
    let end = EventLoop.now + Self.slice
    isWaiting = false
    try archive.together { () throws(ArchiveError) in
      repeat {
        let next = try archive.stale(rules: pipeline.rules, before: position, all: isWhole)
        guard let next else {
          left = 0
          break
        }
        isWaiting = try !readAgain(next.document, extractions)
        if !isWaiting { position = next.arrival }
      } while !isWaiting && EventLoop.now < end
      if isWhole { try archive.noteRereading(at: left == 0 ? nil : position) }
    }
  }

  /// What it came to, once nothing is left; nil where there was nothing to do.
  func summary(_ machine: MachineEntries) -> Entry? {
    guard left == 0, read > 0 else { return nil }
    return machine.entry(.reloaded, "已按新规则重读\(read)份存档，\(changed)份读法有变；已发的摘要不变", priority: 6)
  }

  /// False where a child has to open the document first.
  private mutating func readAgain(
    _ document: Document, _ extractions: Extractions
  ) throws(ArchiveError) -> Bool {
    guard let before = try pipeline.amending.unamended(document.sha256) else { return true }
    guard let after = reading(of: before, extractions) else { return false }
    try pipeline.keeper.merge(Set(try archive.replace(try pipeline.amending.amended(after))))
    left = max(1, left) - 1
    read += 1
    if after.report != before.report { try note(before, after) }
    return true
  }

  private mutating func note(_ before: DocumentReading, _ after: DocumentReading) throws(ArchiveError) {
    changed += 1
    let difference = ReadingDifference(from: before.report, to: after.report)
    guard !difference.isEmpty else { return }
    try archive.keep(
      KeptRereading(
        at: Int64(SystemClock.microseconds), sha256: before.document.sha256, name: before.document.name,
        earlier: before.rules, later: after.rules, changes: difference.bytes))
  }

  /// The reading by today's rules, nil until a child has opened the document. Where they find no report it is
  /// kept without one; where it cannot be opened for want of a tool or of its bytes, what was read before is
  /// the best there is.
  private func reading(of before: DocumentReading, _ extractions: Extractions) -> DocumentReading? {
    let document = before.document
    var reading = before
    reading.rules = pipeline.rules
    do throws(DocumentError) {
      if let finished = extractions.take(document) {
        guard case .success(let opened) = finished.result else { return reading }
        return try pipeline.stages.readOpened(document, opened)
      }
      if extractions.isOpening(document) { return nil }
      switch try pipeline.stages.read(document) {
      case .read(let reading): return reading
      case .foreign(let foreign):
        extractions.begin(foreign, for: .again(document))
        return nil
      case .failed: return reading
      }
    } catch {
      if error.reason != .missingTool, error.reason != .unreadable {
        reading.report = Report(reason: Report.Reason(rawValue: error.reason.rawValue) ?? .noMeeting)
      }
      return reading
    }
  }
}
