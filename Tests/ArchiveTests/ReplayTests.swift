// SPDX-License-Identifier: Apache-2.0
import Archive
import Testing

@Suite struct `A replay` {
  private static let digest = "0123456789abcdef"

  /// An outbox whose entries have landed: a digest with a change, and what the machine said of itself.
  private func landed() throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    let told = ["\(Self.digest)-00", "\(Self.digest)-01"].map {
      OutboxEntry(id: $0, digestID: Self.digest, fields: Array("told".utf8))
    }
    let machine = OutboxEntry(id: "machine-00", digestID: nil, fields: Array("started".utf8))
    try temporary.archive.enqueue(told + [machine])
    try temporary.archive.confirm((told + [machine]).map { ($0.id, "s=1") })
    return temporary
  }

  private let needles = [Array("told".utf8)]

  @Test func `takes what was told, and not what the machine said of itself`() throws {
    let archive = try landed().archive!
    #expect(try archive.replayable(digests: [], in: nil, holding: needles).count == 2)
    #expect(try archive.replayable(digests: [Self.digest], in: nil, holding: []).count == 2)
    #expect(try archive.replayable(digests: ["fedcba9876543210"], in: nil, holding: []).isEmpty)
    #expect(try archive.replayable(digests: [], in: 0..<1, holding: needles).isEmpty)
  }

  @Test func `is handed out by itself, and ends when each copy has landed`() throws {
    let archive = try landed().archive!
    try archive.replay(try archive.replayable(digests: [], in: nil, holding: needles))
    #expect(try archive.pendingEntries(limit: 9).isEmpty)
    let first = try archive.replays(after: 0, limit: 1)
    #expect(first.map(\.reissue) == [1] && first.map(\.isReplayed) == [true])
    #expect(try archive.replays(after: first[0].seq, limit: 9).map(\.id) == ["\(Self.digest)-01"])
    // What is on its way is not queued once more.
    #expect(try archive.replayable(digests: [], in: nil, holding: needles).isEmpty)
    try archive.confirm([("\(Self.digest)-00", "s=2"), ("\(Self.digest)-01", "s=3")])
    #expect(try archive.replays(after: 0, limit: 9).isEmpty)
    #expect(try archive.entry(id: "\(Self.digest)-00")?.isReplayed == false)
    try archive.replay(try archive.replayable(digests: [], in: nil, holding: needles))
    #expect(try archive.replays(after: 0, limit: 9).map(\.reissue) == [2, 2])
  }

  @Test func `after a restart is asked for as far as it may have been sent`() throws {
    let archive = try landed().archive!
    try archive.replay(try archive.replayable(digests: [], in: nil, holding: needles))
    #expect(try archive.openEntries(replays: 1).map(\.replay) == [1])
    try archive.confirm([], handed: ["\(Self.digest)-00"])
    #expect(try archive.openEntries(replays: 1).map(\.id) == ["\(Self.digest)-00", "\(Self.digest)-01"])
  }
}
