// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Minutes
import Testing

@testable import Archive

@Suite struct `Searching the archive` {
  private func meeting(_ division: Division, _ date: String, _ paragraphs: String...) -> Meeting {
    var meeting = Samples.meeting(division, date)
    meeting.paragraphs = paragraphs.enumerated().map { place, text in
      Excerpt(text: text, span: Span(start: place * 100, end: place * 100 + text.count), paragraph: place + 1)
    }
    return meeting
  }

  private func filled() throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    try temporary.add("a", meeting(Samples.hanhai, "2023-03-01", "推进居家养老服务，建设。", "办好“一老一小”的事。"))
    try temporary.add("b", meeting(Samples.yunxiu, "2024-03-01", "新建长者食堂20家，推广5G应用。"))
    return temporary
  }

  private func found(_ words: String, in temporary: TemporaryArchive) throws -> [String] {
    try temporary.archive.search(words, MeetingFilter()).compactMap(\.meeting.division)
  }

  @Test(arguments: ["养老", "老服", "居家养老服务", "建设", "设", "一老一小", "养老 一小", "推进"])
  func `finds words of any length where they stand`(_ words: String) throws {
    #expect(try found(words, in: filled()) == ["990000"])
  }

  @Test(arguments: ["服务建设", "老小", "养老 食堂", "设办", "的事推进", "zz"])
  func `finds no words that stand apart`(_ words: String) throws {
    #expect(try found(words, in: filled()).isEmpty)
  }

  @Test(arguments: ["5g", "5G", "20家", "长者食堂20"])
  func `finds digits and letters of either case`(_ words: String) throws {
    #expect(try found(words, in: filled()) == ["990100"])
  }

  @Test(arguments: ["", "，", "\"", "养老\" OR \"食堂", "*", "NEAR(养 老)"])
  func `takes nothing for an operator`(_ words: String) throws {
    #expect(try found(words, in: filled()).isEmpty)
  }

  @Test func `tells the latest first, with the paragraphs that hold the words`() throws {
    let temporary = try filled()
    try temporary.add("c", meeting(Samples.lanpu, "2025-03-01", "总结。", "养老。"))
    let hits = try temporary.archive.search("养老", MeetingFilter())
    #expect(hits.map(\.meeting.division) == ["990200", "990000"])
    #expect(hits.map { $0.paragraphs.map(\.paragraph) } == [[2], [1]])
  }

  @Test func `finds what the latest reading says and nothing else`() throws {
    let temporary = try filled()
    let reread = Samples.reading("a", [meeting(Samples.hanhai, "2023-03-01", "殡葬改革。")])
    try temporary.archive.replace(reread)
    #expect(try found("养老", in: temporary).isEmpty)
    #expect(try found("殡葬", in: temporary) == ["990000"])
  }

  @Test func `does not find a meeting that no document tells of any more`() throws {
    let temporary = try filled()
    try temporary.archive.replace(Samples.reading("a", []))
    #expect(try found("养老", in: temporary).isEmpty)
  }

  @Test func `finds what was kept before there was a search`() throws {
    let temporary = try filled()
    try temporary.archive.write { db in
      try db.execute(sql: "DROP TABLE words; DROP TABLE indicators; ALTER TABLE meetings DROP COLUMN tasks")
      try db.execute(sql: "DROP INDEX outbox_queued; DROP INDEX meetings_nearest")
      try db.execute(sql: "CREATE INDEX meetings_sector ON meetings (sector)")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '2 %'")
    }
    temporary.close()
    try temporary.open()
    #expect(try found("养老", in: temporary) == ["990000"])
  }
}

@Suite struct `Places and indicators that are kept` {
  private func figure(_ indicator: String) -> Figure {
    let quantity = Quantity(value: 5, unit: "张", dimension: .count)
    let excerpt = Excerpt(text: indicator + "5张", span: Span(start: 0, end: 6), paragraph: 1)
    return Figure(excerpt: excerpt, indicator: indicator, quantity: quantity, aspect: .level, period: nil)
  }

  private func filled() throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    var hanhai = Samples.meeting(Samples.hanhai, "2023-03-01")
    hanhai.figures = [figure("养老床位"), figure("养老床位"), figure("低保标准")]
    var lanpu = Samples.meeting(Samples.lanpu, "2024-03-01")
    lanpu.figures = [figure("养老床位")]
    lanpu.paragraphs = [Excerpt(text: "养老。", span: Span(start: 0, end: 3), paragraph: 1)]
    try temporary.add("a", hanhai)
    try temporary.add("b", lanpu)
    return temporary
  }

  @Test(arguments: ["瀚海", "瀚海省", "990000"])
  func `are found by name, short name and code`(_ name: String) throws {
    #expect(try filled().archive.divisions(named: name) == [Samples.hanhai])
  }

  @Test(arguments: ["省", "9900", "海", "", "%"])
  func `are not found by a part of a name`(_ name: String) throws {
    #expect(try filled().archive.divisions(named: name).isEmpty)
  }

  @Test func `are told once each`() throws {
    #expect(try filled().archive.indicators() == ["低保标准", "养老床位"])
    #expect(try TemporaryArchive().archive.indicators().isEmpty)
  }

  @Test func `give the meetings that tell an indicator, without their paragraphs`() throws {
    let archive = try filled().archive!
    let beds = try archive.records(MeetingFilter(), telling: ["养老床位"])
    #expect(beds.map(\.meeting.jurisdiction) == [Samples.hanhai, Samples.lanpu])
    #expect(beds.allSatisfy { $0.meeting.paragraphs.isEmpty && !$0.meeting.figures.isEmpty })
    #expect(try archive.records(MeetingFilter(), telling: ["低保标准"]).count == 1)
    #expect(try archive.records(MeetingFilter(), telling: []).isEmpty)
  }

  @Test func `give the plan years of a sector`() throws {
    #expect(try filled().archive.planYears(sector: "民政") == [2023, 2024])
    #expect(try filled().archive.planYears(sector: "教育").isEmpty)
  }
}

@Suite struct `An entry of the outbox` {
  private func filled() throws -> MeetingArchive {
    let temporary = try TemporaryArchive()
    let ids = ["aaaa000000000001-00", "aaaa000000000001-01", "bbbb000000000001-01"]
    let entries = ids.map { OutboxEntry(id: $0, digestID: nil, fields: []) }
    try temporary.add("a", Samples.meeting(Samples.hanhai, "2023-03-01"), entries: entries)
    return temporary.archive
  }

  @Test func `is named by the first digits of its digest and its number`() throws {
    let archive = try filled()
    #expect(try archive.entries(named: "aaaa-01").map(\.id) == ["aaaa000000000001-01"])
    #expect(try archive.entries(named: "aaaa").count == 2)
    #expect(try archive.entries(named: "cc").isEmpty)
  }

  @Test func `is told of a time, the latest first, until that is enough`() throws {
    let archive = try filled()
    var told: [String] = []
    try archive.eachEntry(in: 0..<Int64.max) {
      told.append($0.id)
      return told.count < 2
    }
    #expect(told == ["bbbb000000000001-01", "aaaa000000000001-01"])
    try archive.eachEntry(in: Int64.max - 1..<Int64.max) { _ in
      Issue.record("nothing was queued so late")
      return true
    }
  }
}
