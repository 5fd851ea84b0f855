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
  private let archive: MeetingArchive
  private let pipeline: Pipeline
  private var read = 0
  private var changed = 0

  init(archive: MeetingArchive, pipeline: Pipeline) throws(ArchiveError) {
    self.archive = archive
    self.pipeline = pipeline
    left = try archive.staleCount(rules: pipeline.rules)
  }

  /// Reads one slice, in one commit.
  mutating func advance() throws(ArchiveError) {
    let end = EventLoop.now + Self.slice
    try archive.together { () throws(ArchiveError) in
      repeat {
        guard let document = try archive.stale(rules: pipeline.rules, limit: 1).first else {
          left = 0
          return
        }
        try readAgain(document)
      } while EventLoop.now < end
    }
  }

  /// What it came to, once nothing is left; nil where there was nothing to do.
  func summary(_ machine: MachineEntries) -> Entry? {
    guard left == 0, read > 0 else { return nil }
    return machine.entry(.reloaded, "已按新规则重读\(read)份存档，\(changed)份读法有变；已发的摘要不变", priority: 6)
  }

  private mutating func readAgain(_ document: Document) throws(ArchiveError) {
    guard let before = try archive.document(sha256: document.sha256) else { return }
    let after = reading(of: before)
    try pipeline.keeper.merge(Set(try archive.replace(after)))
    left = max(0, left - 1)
    read += 1
    if after.report != before.report { changed += 1 }
  }

  /// The reading by today's rules. Where these find no report the document is kept without one; where it
  /// cannot be read at all for want of a tool or of its bytes, what was read before is the best there is.
  private func reading(of before: DocumentReading) -> DocumentReading {
    do throws(DocumentError) { return try pipeline.read(before.document) } catch {
      var reading = before
      reading.rules = pipeline.rules
      if error.reason != .missingTool, error.reason != .unreadable {
        reading.report = Report(reason: Report.Reason(rawValue: error.reason.rawValue) ?? .noMeeting)
      }
      return reading
    }
  }
}
