// SPDX-License-Identifier: Apache-2.0
import Archive
import Testing

@Suite struct `After a boot` {
  private let entries = ["d-00", "d-01", "e-00"].map { OutboxEntry(id: $0, digestID: nil, fields: [1]) }

  /// An archive that was first started in boot 1, with all entries read back but the last.
  private func archive() throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    #expect(try temporary.archive.enter(boot: "1", since: 0) == 0)
    try temporary.archive.enqueue(entries)
    try temporary.archive.confirm([("d-00", "s=1"), ("d-01", "s=2")], handed: ["e-00"])
    return temporary
  }

  @Test func `what had landed is looked for again, once`() throws {
    let temporary = try archive()
    #expect(try temporary.archive.enter(boot: "1", since: 0) == 0)
    #expect(try temporary.archive.entriesToReview(limit: 9).isEmpty)
    #expect(try temporary.archive.enter(boot: "2", since: 0) == 3)
    #expect(try temporary.archive.entriesToReview(limit: 9).map(\.id) == ["d-00", "d-01"])
    #expect(try temporary.archive.openEntries().map(\.id) == ["e-00"])
    temporary.close()
    try temporary.open()
    // Broken off, it goes on where it was.
    let first = try temporary.archive.entriesToReview(limit: 1)
    try temporary.archive.review(upTo: first[0].seq, reissued: [], retired: [])
    #expect(try temporary.archive.enter(boot: "2", since: 0) == 3)
    #expect(try temporary.archive.entriesToReview(limit: 9).map(\.id) == ["d-01"])
  }

  @Test func `on another machine nothing is looked for that a backup held as told`() throws {
    let temporary = try archive()
    let archive = temporary.archive!
    try archive.noteRestored(at: 5)
    #expect(try archive.enter(boot: "another", since: 0) == 3)
    #expect(try archive.entriesToReview(limit: 9).isEmpty)
    #expect(try archive.openEntries().map(\.id) == ["e-00"])
    // What is told there is looked for there.
    try archive.enqueue([OutboxEntry(id: "f-00", digestID: nil, fields: [1])])
    try archive.confirm([("f-00", "s=3")])
    _ = try archive.enter(boot: "yet another", since: 0)
    #expect(try archive.entriesToReview(limit: 9).map(\.id) == ["f-00"])
  }

  @Test func `the journal is asked first for a time that begins with the start after a restore`() throws {
    let temporary = try archive()
    let archive = temporary.archive!
    #expect(try archive.asksFirst(from: 10, for: 5) == nil)
    try archive.noteRestored(at: 20)
    #expect(try archive.asksFirst(from: 30, for: 5) == 35)
    #expect(try archive.asksFirst(from: 40, for: 5) == 35)
  }

  @Test func `what the journal lost is queued anew and says so, what it let go is given up`() throws {
    let temporary = try archive()
    let archive = temporary.archive!
    _ = try archive.enter(boot: "2", since: 0)
    let last = try #require(try archive.entriesToReview(limit: 9).last)
    try archive.review(upTo: last.seq, reissued: ["d-00"], retired: ["d-01"])
    #expect(try archive.entry(id: "d-00")?.state == .queued)
    #expect(try archive.entry(id: "d-00")?.reissue == 1)
    #expect(try archive.entry(id: "d-01")?.state == .retired)
    #expect(try archive.entriesToReview(limit: 9).isEmpty)
    try archive.reissue(["d-00"])
    #expect(try archive.pendingEntries(limit: 9).map(\.reissue) == [2, 0])
  }

  @Test func `what is older than it is looked back for is left alone`() throws {
    let temporary = try archive()
    #expect(try temporary.archive.enter(boot: "2", since: .max) == 3)
    #expect(try temporary.archive.entriesToReview(limit: 9).isEmpty)
  }

  @Test func `a power cut in the middle of looking leaves it to be done again`() throws {
    let temporary = try archive()
    let archive = temporary.archive!
    _ = try archive.enter(boot: "2", since: 0)
    try archive.cutPower(before: "UPDATE ON boots")
    let last = try #require(try archive.entriesToReview(limit: 9).last)
    #expect(throws: ArchiveError.self) {
      try archive.review(upTo: last.seq, reissued: ["d-00"], retired: ["d-01"])
    }
    try archive.restorePower()
    #expect(try archive.entriesToReview(limit: 9).map(\.id) == ["d-00", "d-01"])
    #expect(try archive.entry(id: "d-00")?.reissue == 0)
  }
}
