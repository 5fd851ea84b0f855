// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Journal

/// After a boot: looks again for all that had landed in the last two days.
///
/// A power cut takes what journald had not written out, and in the worst case the whole file that was active,
/// what was synced included. What is missing though the journal reaches back to before it is sent anew and
/// says so; where the journal begins later it was vacuumed, and nothing is sent to a journal that is new.
struct JournalReview {
  /// How far back entries are looked for, in microseconds.
  static let reach: Int64 = 48 * 3_600_000_000
  private static let slice = 512

  private let archive: MeetingArchive
  private var asked: [OpenEntry] = []
  /// True where everything was looked for.
  private(set) var isOver = false

  init(archive: MeetingArchive) { self.archive = archive }

  /// The next question, or nil where one is out or nothing is left.
  mutating func question() throws(ArchiveError) -> ReadBack.Question? {
    guard !isOver, asked.isEmpty else { return nil }
    asked = try archive.entriesToReview(limit: Self.slice)
    isOver = asked.isEmpty
    return isOver ? nil : ReadBack.Question(ids: asked.map(\.id), isThorough: true)
  }

  /// Judges an answer; returns what is to be sent anew.
  mutating func take(_ answer: ReadBack.Answer) throws(ArchiveError) -> [String] {
    defer { asked = [] }
    // A journal that cannot be read says nothing: the same is asked again.
    guard answer.error == nil, let last = asked.last else { return [] }
    // What readers do not find is not there for them.
    let missing = asked.filter { answer.sightings[$0.id]?.isFoundOtherwise != true }
    let oldest = answer.oldest ?? 0
    let gone = missing.filter { UInt64(max(0, $0.queued)) < oldest }.map(\.id)
    let lost = missing.filter { UInt64(max(0, $0.queued)) >= oldest }.map(\.id)
    try archive.review(upTo: last.seq, reissued: lost, retired: gone)
    return lost
  }
}
