// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Journal
import Testing

private func entry(
  _ id: String, by service: String = "minuted", _ more: JournalEntry.Field...
) -> JournalEntry {
  let fields = [
    JournalEntry.Field("MESSAGE", "深圳市民政工作会议\n\nMINUTED_EVENT=forged"), JournalEntry.Field("PRIORITY", "5"),
    JournalEntry.Field("MINUTED_ENTRY_ID", id), JournalEntry.Field("SYSLOG_IDENTIFIER", service),
  ]
  return JournalEntry(id: id, fields: fields + more)
}

extension JournalWriter {
  fileprivate func send(_ entries: [JournalEntry]) {
    send(entries.map { entry in JournalOrder(id: entry.id) { entry } })
  }
}

/// All receipts of this many entries, waiting on the descriptor as the event loop does.
private func receipts(of count: Int, from writer: JournalWriter) -> [JournalReceipt] {
  var all: [JournalReceipt] = []
  while all.count < count {
    var poller = pollfd(fd: writer.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, 60_000) > 0 else { break }
    all += writer.receipts()
  }
  return all
}

/// The sightings once each id was seen `count` times, or what there is after ten seconds.
private func sightings(of ids: [String], count: Int = 1) throws -> [String: JournalSighting] {
  var found: [String: JournalSighting] = [:]
  for _ in 0..<2_000 {
    found = try JournalReader().look(for: ids).found
    if ids.allSatisfy({ found[$0]?.count == count }) { break }
    usleep(5_000)
  }
  return found
}

@Suite(.enabled(if: PrivateJournal.isPossible), .serialized) struct `An entry and a real journald` {
  @Test func `find each other by id`() throws {
    try PrivateJournal.run { _ in
      let writer = try JournalWriter()
      let ids = (0..<100).map { "x-\($0)" }
      writer.send(ids.map { entry($0) })
      #expect(receipts(of: 100, from: writer).map(\.outcome) == Array(repeating: .handed, count: 100))
      let found = try sightings(of: ids)
      #expect(found.count == 100)
      #expect(found.values.allSatisfy { $0.count == 1 && !$0.cursor.isEmpty && $0.realtime > 0 })
      let missing = try JournalReader().look(for: ["x-100"]).found
      #expect(missing.isEmpty)
      writer.send([entry("x-0")])
      let again = try sightings(of: ["x-0"], count: 2)
      #expect(again["x-0"]?.count == 2)
    }
  }

  @Test func `are followed, the last ones first and then what comes`() throws {
    try PrivateJournal.run { _ in
      func digest(_ id: String) -> JournalEntry { entry(id, .init("MINUTED_EVENT", "digest")) }
      for id in ["a", "b", "c"] { #expect(JournalSocket().send(digest(id)) == .handed) }
      #expect(JournalSocket().send(entry("other", .init("MINUTED_EVENT", "started"))) == .handed)
      _ = try sightings(of: ["a", "b", "c", "other"])
      let journal = try JournalFollower(
        .system, matches: ["MINUTED_EVENT=digest", "MINUTED_EVENT=correction"])
      func coming(_ count: Int) throws -> [String] {
        var ids: [String] = []
        while ids.count < count {
          while let entry = try journal.next() { ids.append(entry["MINUTED_ENTRY_ID"] ?? "") }
          if ids.count < count { #expect(try journal.wait(writingTo: STDERR_FILENO)) }
        }
        return ids
      }
      try journal.seek(last: 2)
      #expect(try coming(2) == ["b", "c"])
      #expect(JournalSocket().send(digest("d")) == .handed)
      #expect(try coming(1) == ["d"])
      try journal.seek(last: 10)
      #expect(try coming(4) == ["a", "b", "c", "d"])
      try journal.seek(last: 0)
      #expect(try journal.next() == nil)
      try journal.seek(since: 0)
      #expect(try coming(4).count == 4)
    }
  }

  @Test func `sent again on request are seen by the copy, and not by the first`() throws {
    try PrivateJournal.run { _ in
      #expect(JournalSocket().send(entry("r")) == .handed)
      let first = try sightings(of: ["r"])
      let reader = JournalReader()
      #expect(try reader.look(for: ["r"], copies: ["r": 1]).found.isEmpty)
      #expect(try reader.searchLatest(for: ["r"], copies: ["r": 1]).isEmpty)
      #expect(JournalSocket().send(entry("r", .init("MINUTED_REISSUE", "1"))) == .handed)
      _ = try sightings(of: ["r"], count: 2)
      let copy = try reader.look(for: ["r"], copies: ["r": 1], care: .byIdentifier).found["r"]
      #expect(copy?.count == 1 && copy?.cursor != first["r"]?.cursor && copy?.isFoundOtherwise == true)
      #expect(try reader.searchLatest(for: ["r"], copies: ["r": 1])["r"] != nil)
      #expect(try reader.look(for: ["r"], copies: ["r": 2]).found.isEmpty)
    }
  }

  @Test func `are followed no longer than somebody reads`() throws {
    try PrivateJournal.run { _ in
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let journal = try JournalFollower(.system, matches: ["MINUTED_EVENT=digest"])
      #expect(try !journal.wait(writingTo: pipe.fileHandleForWriting.fileDescriptor))
    }
  }

  @Test func `tell the whole from the half, in whatever order its fields are read`() throws {
    try PrivateJournal.run { _ in
      let long = JournalEntry.Field("MINUTED_JSON", String(repeating: "民政", count: 50_000))
      let (whole, half) = (entry("h", long), entry("h"))
      #expect(whole.fingerprint != half.fingerprint)
      for (number, sent) in [half, whole].enumerated() {
        #expect(JournalSocket().send(sent) == .handed)
        let seen = try sightings(of: ["h"], count: number + 1)
        #expect(seen["h"]?.fingerprint == nil)
        let read = try JournalReader().look(for: ["h"], care: .byAll).found
        #expect(read["h"]?.fingerprint == sent.fingerprint)
      }
      let again = JournalEntry(id: "h", fields: whole.fields + [.init("MINUTED_REISSUE", "1")])
      #expect(again.fingerprint == whole.fingerprint)
    }
  }

  @Test(arguments: ["MINUTED_EVENT=digest", "SYSLOG_IDENTIFIER=minuted"])
  func `tell what readers find from what only its id still leads to`(field: String) throws {
    try PrivateJournal.run { journal in
      let sent = entry("k", .init("MINUTED_EVENT", "digest"))
      #expect(JournalSocket().send(sent) == .handed)
      _ = try sightings(of: ["k"])
      let (before, _) = try JournalReader().look(for: ["k"], care: .byAll)
      #expect(before["k"]?.isFoundOtherwise == true)
      journal.signal(SIGKILL)
      try journal.forget(field)
      for care in [JournalReader.Care.byID, .byIdentifier, .byAll] {
        let (found, isWhole) = try JournalReader().look(for: ["k"], care: care)
        let isForgotten = care == .byAll || care == .byIdentifier && field.hasPrefix("SYSLOG_")
        #expect(isWhole && found["k"]?.isFoundOtherwise == (care == .byID ? nil : !isForgotten))
        #expect(found["k"]?.fingerprint == (care == .byAll ? sent.fingerprint : nil))
      }
    }
  }

  @Test func `find each other though the id leads nowhere any more`() throws {
    try PrivateJournal.run { journal in
      let sent = entry("l")
      for id in ["l", "m"] { #expect(JournalSocket().send(entry(id)) == .handed) }
      _ = try sightings(of: ["l", "m"])
      journal.signal(SIGKILL)
      try journal.forget("MINUTED_ENTRY_ID=l")
      #expect(try JournalReader().look(for: ["l"]).found.isEmpty)
      let found = try JournalReader().searchLatest(for: ["l", "n"])
      #expect(found.keys.sorted() == ["l"])
      #expect(found["l"]?.fingerprint == sent.fingerprint)
    }
  }

  @Test(arguments: [true, false])
  func `find each other behind what others log, or where damage took them from the service's list`(
    isListed: Bool
  ) throws {
    try PrivateJournal.run { journal in
      #expect(JournalSocket().send(entry("o")) == .handed)
      let others = isListed ? (0..<99).map { "p-\($0)" } : []
      for id in others { #expect(JournalSocket().send(entry(id, by: "nightshift")) == .handed) }
      _ = try sightings(of: ["o"] + others)
      journal.signal(SIGKILL)
      try journal.forget("MINUTED_ENTRY_ID=o")
      if !isListed { try journal.forget("SYSLOG_IDENTIFIER=minuted") }
      #expect(try JournalReader().look(for: ["o"]).found.isEmpty)
      let found = try JournalReader().searchLatest(for: ["o"], among: 64)
      #expect(found.keys.sorted() == ["o"])
      #expect(found["o"]?.isFoundOtherwise == (isListed ? nil : false))
    }
  }

  @Test func `keep hostile values in their field`() throws {
    try PrivateJournal.run { _ in
      #expect(JournalSocket().send(entry("y", .init("MINUTED_BARRIER", "b-1"))) == .handed)
      let found = try sightings(of: ["y"])
      #expect(found["y"]?.count == 1)
      let reader = JournalReader()
      let barriers = try ["b-1", "b-2"].map { try reader.showsBarrier($0) }
      #expect(barriers == [true, false])
      let oldest = try reader.oldestEntry()
      #expect(oldest != nil)
      var files = JournalFiles()
      let synced = try files.sync()
      #expect(synced == 1)
    }
  }

  @Test func `that is stalled hold the writer's thread and nobody else`() throws {
    try PrivateJournal.run { journal in
      let writer = try JournalWriter()
      journal.signal(SIGSTOP)
      // More than any socket's queue holds: the thread is stuck in a send by the time it is stopped.
      writer.send((0..<5_000).map { entry("z-\($0)") })
      var poller = pollfd(fd: writer.descriptor, events: Int16(POLLIN), revents: 0)
      #expect(poll(&poller, 1, 60_000) == 1)
      writer.stop()
      #expect(writer.receipts().count < 5_000)
      journal.signal(SIGCONT)
    }
  }

  @Test func `that is gone make an outcome`() throws {
    try PrivateJournal.run { journal in
      journal.signal(SIGKILL)
      #expect(JournalSocket().send(entry("w")) == .unavailable(ECONNREFUSED))
      unlink("/run/systemd/journal/socket")
      #expect(JournalSocket().send(entry("w")) == .unavailable(ENOENT))
    }
  }

  @Test func `that has too many fields make a refusal`() throws {
    try PrivateJournal.run { _ in
      let many = JournalEntry(id: "v", fields: (0..<2_000).map { .init("MINUTED_N", "\($0)") })
      #expect(JournalSocket().send(many) == .refused(EINVAL) || JournalSocket().send(many) == .refused(E2BIG))
    }
  }

  @Test func `are asked about on a thread of its own, all that come before the first that is missing`() throws
  {
    try PrivateJournal.run { _ in
      let readBack = try ReadBack(JournalReader())
      for id in ["r-0", "r-1", "r-2"] { _ = JournalSocket().send(entry(id, .init("MINUTED_BARRIER", id))) }
      _ = try sightings(of: ["r-2"])
      readBack.ask(ReadBack.Question(ids: ["r-0", "missing", "r-2"], barrier: "r-1"))
      let answer = try #require(nextAnswer(of: readBack))
      #expect(answer.barrierSeen)
      #expect(answer.sightings.keys.sorted() == ["r-0", "r-2"])
      #expect(answer.oldest != nil)
      #expect(answer.error == nil && answer.syncError == nil && answer.obstacle == nil)
    }
  }

  @Test func `that stores nothing are told from a journal that may not be read`() throws {
    try PrivateJournal.run { journal in
      var files = JournalFiles()
      _ = JournalSocket().send(entry("s"))
      _ = try sightings(of: ["s"])
      #expect(files.obstacle() == .filtered)
      journal.signal(SIGKILL)
      for folder in ["/var/log/journal", "/run/log/journal"] {
        for machine in try FileManager.default.contentsOfDirectory(atPath: folder) {
          try FileManager.default.removeItem(atPath: "\(folder)/\(machine)")
        }
      }
      #expect(files.obstacle() == .notStored)
      let synced = try files.sync()
      #expect(synced == 0)
    }
  }
}

/// The next answer, waiting on the descriptor as the event loop does.
private func nextAnswer(of readBack: ReadBack) -> ReadBack.Answer? {
  var poller = pollfd(fd: readBack.descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&poller, 1, 60_000) > 0 ? readBack.answers().first : nil
}
