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
/// and digests that were sent stay as they are: one entry at the end counts what is read otherwise now.
struct Rereading {
  /// How long a slice may last, in microseconds; it ends with the document that it has begun.
  private static let slice: UInt64 = 20_000

  /// Documents that are still to be read.
  private(set) var left: Int
  /// True while the next document is with a child.
  private(set) var isWaiting = false
  private let archive: MeetingArchive
  private let pipeline: Pipeline
  private var read = 0
  private var changed = 0

  init(archive: MeetingArchive, pipeline: Pipeline) throws(ArchiveError) {
    self.archive = archive
    self.pipeline = pipeline
    left = try archive.staleCount(rules: pipeline.rules)
  }

  /// Reads one slice, in one commit; what is no plain text is opened by a child meanwhile.
  mutating func advance(_ extractions: Extractions) throws(ArchiveError) {
    let end = EventLoop.now + Self.slice
    isWaiting = false
    try archive.together { () throws(ArchiveError) in
      repeat {
        guard let document = try archive.stale(rules: pipeline.rules, limit: 1).first else {
          left = 0
          return
        }
        isWaiting = try !readAgain(document, extractions)
      } while !isWaiting && EventLoop.now < end
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
    left = max(0, left - 1)
    read += 1
    if after.report != before.report { changed += 1 }
    return true
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
