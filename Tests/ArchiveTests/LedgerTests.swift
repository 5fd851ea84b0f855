// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes
import Testing

@Suite struct `The ledger` {
  @Test func `knows a file that was taken, until anything about it changes`() throws {
    let temporary = try TemporaryArchive()
    let file = Samples.file("a.txt", sha256: "1")
    #expect(try temporary.archive.take([file], boot: "b", now: 0).count == 1)
    func known(ctime: Int64 = 1, handle: [UInt8] = [1, 2]) throws -> Bool {
      try temporary.archive.known(name: file.name, size: 10, mtime: 1, ctime: ctime, handle: handle)
    }
    #expect(try known())
    #expect(try !known(ctime: 2))
    #expect(try !known(handle: [9]))
    temporary.close()
    try temporary.open()
    #expect(try known())
  }

  @Test func `takes the same bytes under the same name once, and learns their new times`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    #expect(try archive.take([Samples.file("a", sha256: "1")], boot: "b", now: 0).count == 1)
    #expect(try archive.take([Samples.file("a", sha256: "1", ctime: 5)], boot: "b", now: 0).isEmpty)
    #expect(try archive.known(name: Array("a".utf8), size: 10, mtime: 1, ctime: 5, handle: [1, 2]))
    let others = [Samples.file("a", sha256: "2"), Samples.file("b", sha256: "1")]
    #expect(try archive.take(others, boot: "b", now: 0).map(\.file) == others)
    #expect(try archive.arrivals(sha256: "1").map(\.file.display) == ["a", "b"])
  }

  @Test func `holds names that are not UTF-8 byte for byte`() throws {
    let temporary = try TemporaryArchive()
    var file = Samples.file("%FF", sha256: "1")
    file.name = [0xFF, 0x0A]
    _ = try temporary.archive.take([file], boot: "b", now: 0)
    #expect(try temporary.archive.waiting(limit: 1).map(\.file.name) == [[0xFF, 0x0A]])
  }

  @Test func `follows a rename without a new arrival`() throws {
    let temporary = try TemporaryArchive()
    let arrival = try temporary.archive.take([Samples.file("a", sha256: "1")], boot: "b", now: 0)[0]
    let moved = Samples.file("sub/b", sha256: "1", ctime: 7)
    try temporary.archive.rename(arrival.id, to: moved)
    #expect(try temporary.archive.arrivals(sha256: "1").map(\.file) == [moved])
  }

  @Test func `tells what a file may have been before it was moved from its copies`() throws {
    let archive = try #require(try TemporaryArchive().archive)
    func file(_ name: String, _ sha256: String, _ handle: UInt8) -> ArrivedFile {
      var file = Samples.file(name, sha256: sha256)
      file.handle = [handle]
      return file
    }
    let files = [file("copy", "1", 8), file("old", "1", 9), file("older", "1", 9), file("old", "2", 9)]
    _ = try archive.take(files, boot: "b", now: 0)
    #expect(try archive.arrivals(movedTo: file("new", "1", 9)).map(\.file.display) == ["old", "older"])
    #expect(try archive.arrivals(movedTo: file("old", "1", 9)).map(\.file.display) == ["older"])
    #expect(try archive.arrivals(movedTo: file("new", "1", 7)).isEmpty)
  }

  @Test func `counts arrivals as they come and go, and not those of a transaction that failed`() throws {
    let archive = try #require(try TemporaryArchive().archive)
    #expect(try archive.arrivalCount() == 0)
    _ = try archive.take([Samples.file("a", sha256: "1"), Samples.file("b", sha256: "1")], boot: "b", now: 0)
    _ = try archive.take([Samples.file("a", sha256: "1", ctime: 5)], boot: "b", now: 0)
    try archive.refuse(Samples.file("c", sha256: nil), reason: "too-large", entries: [], boot: "b", now: 0)
    #expect(try archive.arrivalCount() == 3)
    for arrival in try archive.rejected(limit: 9) { try archive.tryAgain(arrival) }
    #expect(try archive.arrivalCount() == 2)
    try? archive.together { () throws(ArchiveError) in
      _ = try archive.take([Samples.file("d", sha256: "4")], boot: "b", now: 0)
      throw .unreadable("d", "cut")
    }
    #expect(try archive.arrivalCount() == 2)
  }

  @Test func `shows of the latest arrivals what became of them, and none of the changes behind it`() throws {
    let temporary = try TemporaryArchive()
    let entries = (0..<3).map { OutboxEntry(id: "x-0\($0)", digestID: nil, fields: [UInt8($0)]) }
    try temporary.add("1", entries: entries)
    try temporary.add("2", entries: [OutboxEntry(id: "y-00", digestID: nil, fields: [9])])
    #expect(try temporary.archive.latestArrivals(limit: 9).map(\.outcomes) == [[[9]], [[0]]])
    #expect(try temporary.archive.latestArrivals(limit: 1).map(\.arrival.file.sha256) == ["2"])
  }

  @Test(arguments: [
    (
      "SELECT fields FROM outbox WHERE arrival = 1 AND substr(entry_id, -3) = '-00' ORDER BY seq",
      "outbox_outcomes"
    ),
    (
      "SELECT * FROM arrivals WHERE handle = x'' AND sha256 = '' AND name <> x'' ORDER BY id",
      "arrivals_moved"
    ),
  ])
  func `has an index for what is asked again and again`(_ question: String, _ index: String) throws {
    let plan = try TemporaryArchive().archive.plan(of: question)
    #expect(plan.count == 1 && plan[0].contains("USING INDEX \(index) "))
  }

  @Test func `gives a refused file another try, whichever way it is named`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    let id = try archive.take([Samples.file("a.txt", sha256: "3f9a7c21")], boot: "b", now: 0)[0].id
    for name in ["a.txt", "3f9a7c21", String(id)] {
      let entry = OutboxEntry(id: "x-00", digestID: nil, fields: [1])
      try archive.settle(Outcome(arrival: id, rejection: "no-meeting", entries: [entry]), boot: "b")
      #expect(try archive.refused(limit: 9).map(\.entry) == [[1]])
      let refused = try archive.refused(named: name)
      #expect(refused.map(\.id) == [id])
      for arrival in refused { try archive.tryAgain(arrival) }
      #expect(try archive.waiting(limit: 9).map(\.attempts) == [0])
    }
    #expect(try archive.refused(named: "a.txt") == [])
  }

  @Test func `forgets a refused file that was never taken, so that its folder shows it anew`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    let file = ArrivedFile(
      name: [0x61], display: "a.txt", sha256: nil, size: 1, mtime: 1, ctime: 1, handle: [])
    try archive.refuse(file, reason: "too-large", entries: [], boot: "b", now: 0)
    #expect(try archive.known(name: [0x61], size: 1, mtime: 1, ctime: 1, handle: []))
    try archive.tryAgain(try #require(try archive.refused(named: "a.txt").first))
    #expect(try !archive.known(name: [0x61], size: 1, mtime: 1, ctime: 1, handle: []))
  }

  @Test func `counts attempts before they are made, and forgives those of another boot`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    let files = ["bad", "cut", "good"].map { Samples.file($0, sha256: $0) }
    let ids = try archive.take(files, boot: "1", now: 0).map(\.id)
    #expect(try archive.begin([ids[0]], boot: "2") == [1])
    #expect(try archive.begin([ids[0]], boot: "2") == [2])
    #expect(try archive.begin([ids[1]], boot: "1") == [1])
    try archive.settle(Outcome(arrival: ids[2], entries: []), boot: "2")
    #expect(try archive.waiting(limit: 9).map(\.attempts) == [0, 2])
    try archive.release(ids[0])
    #expect(try archive.waiting(limit: 9).map(\.attempts) == [0, 1])
  }

  @Test func `gives what is new before what was begun without an end, to be read together`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    let files = (1...5).map { Samples.file("\($0)", sha256: "\($0)") }
    let ids = try archive.take(files, boot: "1", now: 0).map(\.id)
    _ = try archive.begin(Array(ids[..<3]), boot: "1")
    #expect(try archive.unread(batch: nil, limit: 2).map(\.id) == Array(ids[3...]))
    #expect(try archive.unread(batch: nil, limit: 4).map(\.id) == Array(ids[3...] + ids[..<2]))
  }

  @Test func `gives a later version of a file behind the earlier one that was begun without an end`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    let files = ["1", "2", "3"].map { Samples.file($0 == "3" ? "other" : "same", sha256: $0) }
    let ids = try archive.take(files, boot: "1", now: 0).map(\.id)
    _ = try archive.begin([ids[0]], boot: "1")
    #expect(try archive.unread(batch: nil, limit: 9).map(\.id) == [ids[2], ids[0]])
    try archive.settle(Outcome(arrival: ids[0], entries: []), boot: "1")
    #expect(try archive.unread(batch: nil, limit: 9).map(\.id) == ids[1...].map { $0 })
  }

  @Test func `keeps a refusal with its reason and its entry`() throws {
    let temporary = try TemporaryArchive()
    let entry = OutboxEntry(id: "r-00", digestID: nil, fields: [1])
    let file = Samples.file("a", sha256: nil)
    try temporary.archive.refuse(file, reason: "unreadable", entries: [entry], boot: "b", now: 0)
    #expect(try temporary.archive.rejected(limit: 9).map(\.reason) == ["unreadable"])
    #expect(try temporary.archive.pendingEntries(limit: 9).map(\.id) == ["r-00"])
    #expect(try temporary.archive.known(name: file.name, size: 10, mtime: 1, ctime: 1, handle: [1, 2]))
  }
}
