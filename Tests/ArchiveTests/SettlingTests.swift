// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Testing

@testable import Archive

@Suite struct `Settling an arrival` {
  private let entries = ["d-00", "d-01"].map { OutboxEntry(id: $0, digestID: "d", fields: Array($0.utf8)) }

  private func digest(_ id: String, of meeting: Meeting) -> KeptDigest {
    KeptDigest(
      id: id, meetingID: meeting.id, provenance: .report, baselines: ["x"], json: [0x7B, 0x7D], text: "摘要\n",
      entries: 2)
  }

  /// Documents, meetings, digests.
  private func held(_ status: ArchiveStatus) -> [Int] { [status.documents, status.meetings, status.digests] }

  /// Takes one file and says what is to follow from it.
  private func outcome(in archive: MeetingArchive) throws -> Outcome {
    let meeting = Samples.meeting(Samples.hanhai, "2023-03-01")
    let arrival = try archive.take([Samples.file("a", sha256: "1")], boot: "b", now: 0)[0].id
    return Outcome(
      arrival: arrival, reading: Samples.reading("1", [meeting]), digests: [digest("d", of: meeting)],
      entries: entries)
  }

  @Test func `keeps the reading exactly, decimals included`() throws {
    let temporary = try TemporaryArchive()
    var meeting = Samples.meeting(Samples.hanhai, "2023-03-01", tasks: 2)
    let quantity = Quantity(
      value: Decimal(string: "4581000000.123456789012345678901"), unit: "元", dimension: .money, multiplier: 8)
    meeting.figures = [
      Figure(
        excerpt: Excerpt(text: "45.81亿元", span: Span(start: 1, end: 8), paragraph: 2), indicator: "救助支出",
        quantity: quantity, aspect: .level, period: Period(year: 2022))
    ]
    let second = Samples.meeting(Samples.yunxiu, "2023-04-01")
    try temporary.add("two", meeting, second)
    #expect(try temporary.archive.record(id: meeting.id, provenance: .report)?.meeting == meeting)
    let reading = try temporary.archive.document(sha256: "two")
    #expect(reading == Samples.reading("two", [meeting, second], name: "two.txt"))
    #expect(try temporary.archive.meetings().map(\.id) == [meeting.id, second.id])
  }

  @Test func `keeps document, digests, entries and state together`() throws {
    let temporary = try TemporaryArchive()
    let outcome = try outcome(in: temporary.archive)
    try temporary.archive.settle(outcome, boot: "b")
    let status = try temporary.archive.status()
    #expect(status.arrivals == [.queued: 1])
    #expect(status.queued == 2 && status.sent + status.closed == 0)
    #expect(held(status) == [1, 1, 1])
    #expect(try temporary.archive.digests(prefix: "d") == outcome.digests)
    #expect(try temporary.archive.meetings().map(\.digestID) == ["d"])
  }

  @Test func `leaves nothing behind when it is broken off`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    let outcome = try outcome(in: archive)
    // The last step fails: by then document, meeting, digest and entries have been written.
    try archive.cutPower(before: "UPDATE OF state ON arrivals")
    #expect(throws: ArchiveError.self) { try archive.settle(outcome, boot: "b") }
    let status = try archive.status()
    #expect(status.arrivals == [.taken: 1])
    #expect(status.queued + status.sent + status.closed == 0)
    #expect(held(status) == [0, 0, 0])
    try archive.restorePower()
    try archive.settle(outcome, boot: "b")
    #expect(try archive.status().arrivals == [.queued: 1])
  }

  @Test func `takes a batch whole or not at all`() throws {
    let temporary = try TemporaryArchive()
    let archive = temporary.archive!
    try archive.cutPower(before: "INSERT ON arrivals", when: "NEW.display = 'c'")
    let files = ["a", "b", "c"].map { Samples.file($0, sha256: $0) }
    #expect(throws: ArchiveError.self) { try archive.take(files, boot: "b", now: 0) }
    #expect(try archive.status().arrivals.isEmpty)
  }

  @Test func `lists a further document as a source, in whatever order they came`() throws {
    let temporary = try TemporaryArchive()
    let meeting = Samples.meeting(Samples.hanhai, "2023-03-01")
    try temporary.add("b", meeting)
    try temporary.add("a", meeting)
    let record = try temporary.archive.record(id: meeting.id, provenance: .report)
    #expect(record?.documents.map(\.sha256) == ["a", "b"])
    #expect(record?.sources == ["厅 https://例", "厅 https://例"])
    #expect(try temporary.archive.meetings().map(\.documents) == [2])
  }

  @Test(arguments: [["short", "full"], ["full", "short"]])
  func `lets the fullest report speak for a meeting, whichever came first`(order: [String]) throws {
    let temporary = try TemporaryArchive()
    for name in order {
      try temporary.add(name, Samples.meeting(Samples.hanhai, "2023-03-01", tasks: name == "full" ? 9 : 1))
    }
    #expect(try temporary.archive.records(prefix: "990000/").map(\.meeting.priorities.count) == [9])
  }

  @Test func `replaces what an earlier reading of the same bytes said`() throws {
    let temporary = try TemporaryArchive()
    let arrival = try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    let corrected = Samples.meeting(Samples.hanhai, "2023-03-02", tasks: 3)
    let outcome = Outcome(arrival: arrival, reading: Samples.reading("1", [corrected]), entries: [])
    try temporary.archive.settle(outcome, boot: "b")
    #expect(try temporary.archive.meetings().map(\.id) == [corrected.id])
  }

  @Test func `leaves what other rules have read to be read again, the latest first`() throws {
    let temporary = try TemporaryArchive()
    let arrivals = try ["1", "2", "3"].map {
      try temporary.add($0, Samples.meeting(Samples.hanhai, "2023-03-01"))
    }
    var again = Samples.reading("2", [])
    again.rules = "2+000000000000"
    try temporary.archive.settle(Outcome(arrival: arrivals[1], reading: again, entries: []), boot: "b")
    #expect(try temporary.archive.stale(rules: again.rules, limit: 9).map(\.sha256) == ["3", "1"])
    #expect(try temporary.archive.staleCount(rules: again.rules) == 2)
  }

  @Test func `replaces a reading without a word, and enters no document that it does not know`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    var again = Samples.reading("1", [Samples.meeting(Samples.hanhai, "2023-03-02")])
    again.rules = "2+000000000000"
    let told = try temporary.archive.pendingEntries(limit: 9).count
    try temporary.archive.replace(again)
    try temporary.archive.replace(Samples.reading("2", []))
    #expect(try temporary.archive.meetings().map(\.id) == again.report.meetings.map(\.id))
    #expect(try temporary.archive.staleCount(rules: again.rules) == 0)
    #expect(try temporary.archive.status().documents == 1)
    #expect(try temporary.archive.pendingEntries(limit: 9).count == told)
  }
}
