// SPDX-License-Identifier: Apache-2.0

internal import Archive

/// Entries that are sent anew on request: how far they are sent, and which copy the journal has to show of each.
///
/// The journal has the first of them already, which confirms nothing.
struct JournalReplay {
  private let archive: MeetingArchive
  /// MINUTED_REISSUE of the copies under way, by entry.
  private(set) var copies: [String: Int]
  /// The last entry of the outbox that was taken from; nil where none waits.
  private var done: Int64? = 0

  /// Goes on with what an earlier daemon began: `open` is what it may have sent.
  init(archive: MeetingArchive, open: [OpenEntry] = []) {
    self.archive = archive
    let marked = open.compactMap { entry in entry.replay.map { (entry.id, $0) } }
    copies = Dictionary(marked) { first, _ in first }
  }

  /// Something was asked for again, however long ago it was queued.
  mutating func begin() { done = 0 }

  /// The next entries to be sent, without those that are under way.
  mutating func next(limit: Int, except underWay: Set<String>) throws(ArchiveError) -> [OutboxEntry] {
    guard let after = done, limit > 0 else { return [] }
    let next = try archive.replays(after: after, limit: limit)
    done = next.last?.seq
    let fresh = next.filter { !underWay.contains($0.id) }
    for entry in fresh { copies[entry.id] = entry.reissue }
    return fresh
  }

  /// Which copies a question about these entries is about.
  func copies(among ids: [String]) -> [String: Int] {
    copies.isEmpty ? [:] : ids.reduce(into: [:]) { $0[$1] = copies[$1] }
  }

  /// These are sent once more, since a damaged file may still hold their copies.
  mutating func reissued(_ ids: [String]) {
    for id in ids { copies[id]? += 1 }
  }

  /// These have landed, or were given up.
  mutating func ended(_ ids: some Sequence<String>) {
    for id in ids { copies[id] = nil }
  }
}
