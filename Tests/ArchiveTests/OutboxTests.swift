// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes
import Testing

@Suite struct `The outbox` {
  private let entries = ["d-00", "d-01"].map { OutboxEntry(id: $0, digestID: "d", fields: Array($0.utf8)) }

  @Test func `gives entries in order until they were read back, and then the arrival is journalled`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"), entries: entries)
    let archive = temporary.archive!
    #expect(try archive.pendingEntries(limit: 9).map(\.fields) == entries.map(\.fields))
    try archive.confirm([], handed: ["d-00", "d-01"])
    try archive.confirm([("d-00", "s=1")])
    #expect(try archive.status().arrivals == [.queued: 1])
    #expect(try archive.pendingEntries(limit: 9).map(\.id) == ["d-01"])
    #expect(try archive.pendingEntries(limit: 9).map(\.state) == [.sent])
    try archive.confirm([("d-01", "s=2")])
    #expect(try archive.status().arrivals == [.journalled: 1])
    #expect(try archive.pendingEntries(limit: 9).isEmpty)
  }

  @Test func `sends an entry again that the journal dropped, and never one that landed`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    try archive.enqueue(entries)
    try archive.confirm([], handed: ["d-00", "d-01"])
    try archive.confirm([("d-00", "s=1")])
    #expect(try archive.entry(id: "d-00")?.state == .landed)
    #expect(try archive.pendingEntries(limit: 9).map(\.id) == ["d-01"])
    #expect(try archive.pendingEntries(limit: 9).map(\.attempts) == [1])
    try archive.retire(["d-01"])
    #expect(try archive.status().closed == 2)
  }

  @Test func `holds an id once`() throws {
    let temporary = try TemporaryArchive()
    try temporary.archive.enqueue(entries)
    try temporary.archive.enqueue(entries)
    #expect(try temporary.archive.pendingEntries(limit: 9).count == 2)
  }

  @Test func `is handed out in slices`() throws {
    let temporary = try TemporaryArchive()
    try temporary.archive.enqueue(entries)
    let first = try temporary.archive.pendingEntries(limit: 1)
    let rest = try temporary.archive.pendingEntries(after: first[0].seq, limit: 9)
    #expect((first + rest).map(\.id) == ["d-00", "d-01"])
  }
}
