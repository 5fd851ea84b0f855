// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Diff
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

@Suite struct `What a person puts right` {
  private let desk: Correcting

  init() throws { desk = try Correcting() }

  @Test func `stands in the meeting, and is told with what was withdrawn`() throws {
    let before = try desk.told(Correcting.middle)
    let done = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "0.1243万")
    let figure = try #require(try desk.figure("助餐点1143个", of: Correcting.middle)).figure
    #expect(figure.quantity.value == 1243)
    let corrections = try desk.bench.entries("correction")
    #expect(corrections.count == done.corrected)
    #expect(corrections.first?["MINUTED_SUPERSEDES"] == before)
    #expect(corrections.first?["MESSAGE"]?.contains("人工更正（核对原件）") == true)
    #expect(corrections.first?["MESSAGE"]?.contains("改为1243") == true)
  }

  @Test func `corrects the next meeting too, which is compared with it`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "0.1243万")
    #expect(done.corrected == 2)
    let corrections = try desk.bench.entries("correction")
    #expect(corrections.map { $0["MINUTED_MEETING_ID"] } == [Correcting.middle, Correcting.last])
    #expect(corrections.last?["MESSAGE"]?.contains("2024-03-08会议：") == true)
  }

  @Test func `corrects the place below too, whose digest holds again when it is taken back`() throws {
    let city = try seed("example/2024/2024-04-12-lanpu-minzheng.txt")
    _ = try desk.bench.arrive([("city.txt", city)])
    let id = try #require(try desk.archive.meetings().last { $0.name?.contains("澜浦") == true }?.id)
    let before = try #require(try desk.told(id))
    let done = try desk.change(Correcting.middle, [(.jurisdiction, "云岫市")])
    let told = try #require(
      try desk.bench.entries("correction").last { $0["MINUTED_MEETING_ID"] == id })
    #expect(told["MINUTED_SUPERSEDES"] == before)
    #expect(told["MESSAGE"]?.contains("人工更正（核对原件）") == true)
    _ = try desk.undo(done.edit)
    #expect(try desk.told(id) == before)
  }

  @Test func `moves a meeting to its day, under the correction of the digest that it had`() throws {
    let before = try desk.told(Correcting.middle)
    let moved = "990000/民政工作会议/2024-03-09"
    try desk.change(Correcting.middle, [(.date, "2024-03-09")])
    #expect(try desk.record(Correcting.middle) == nil)
    #expect(try desk.record(moved) != nil)
    let corrections = try desk.bench.entries("correction")
    #expect(corrections.first?["MINUTED_SUPERSEDES"] == before)
    #expect(corrections.first?["MINUTED_MEETING_ID"] == moved)
    // The next one names it as the meeting before.
    #expect(corrections.last?["MINUTED_MEETING_ID"] == Correcting.last)
    #expect(try desk.archive.previous(of: MeetingKey(id: Correcting.last, provenance: .invented)) == moved)
    #expect(try desk.bench.entries("retraction").isEmpty)
  }

  @Test func `is as before when it is taken back, down to the ids of the digests`() throws {
    let meetings = [Correcting.first, Correcting.middle, Correcting.last]
    let before = try meetings.map(desk.told)
    let records = try meetings.map(desk.record)
    for changes in [[(Amendment.Field.date, "2024-03-09")], [(.jurisdiction, "云岫市")], [(.kind, "民政工作座谈会")]] {
      let done = try desk.change(Correcting.middle, changes)
      #expect(try meetings.map(desk.told) != before)
      _ = try desk.undo(done.edit)
      #expect(try meetings.map(desk.told) == before)
      #expect(try meetings.map(desk.record) == records)
    }
    #expect(try desk.archive.rulesReading(of: records[1]?.documents[0].sha256 ?? "") == nil)
    let withdrawn = try desk.bench.values("MESSAGE", of: "retraction")
    #expect(withdrawn.contains { $0.contains("人工更正已取消（改错了），仍以摘要\(before[1]?.prefix(8) ?? "")为准") })
  }

  @Test func `is told again each time it is done and undone`() throws {
    for turn in 0..<2 {
      let (number, figure) = try #require(try desk.figure("助餐点1143个", of: Correcting.middle))
      let at = Int64(turn * 10)
      let done = try desk.change(
        Correcting.middle, [(.value, "0.1243万")], .figure, number: number, words: figure.excerpt.text, at: at)
      _ = try desk.undo(done.edit, at: at + 5)
    }
    // Done: a correction, and later what was corrected holds again; undone: withdrawn.
    #expect(try desk.bench.entries("retraction").count == 6)
  }

  @Test func `leaves the digest of before in force, in whatever order it is taken back`() throws {
    let before = try #require(try desk.told(Correcting.middle))
    let first = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "0.1243万")
    try desk.change(Correcting.middle, [(.rank, "1")], .priority, number: 2, words: desk.task(2).head, at: 2)
    let second = try #require(try desk.archive.edits(["correct"]).last)
    _ = try desk.undo(first.edit, at: 3)
    let done = try desk.undo(second.id, at: 4)
    #expect(try desk.told(Correcting.middle) == before)
    #expect(done.restored.contains(before) && done.withdrawn == done.restored.count)
    let listed = try desk.archive.meetings().first { $0.id == Correcting.middle }
    #expect(listed?.digestID == before)
    try desk.change(Correcting.middle, [(.head, "新题")], .priority, number: 3, words: desk.task(3).head, at: 5)
    let corrections = try desk.bench.entries("correction").filter {
      $0["MINUTED_MEETING_ID"] == Correcting.middle && $0.id.hasSuffix("-00")
    }
    #expect(corrections.last?["MINUTED_SUPERSEDES"] == before)
  }

  @Test func `goes back to what another edit made of it, and says so`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1200")
    let later = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1300")
    _ = try desk.change(
      Correcting.middle, [(.rank, "1")], .priority, number: 2, words: desk.task(2).head, at: 2)
    _ = try desk.undo(later.edit, at: 3)
    let message = try #require(
      try desk.bench.entries("correction").last { $0.id.hasSuffix("-00") }?["MESSAGE"])
    #expect(message.contains("由1300改为1200") && !message.contains("改为1143"), "\(message)")
  }

  @Test func `is told to its end, however long the line is`() throws {
    let figures = try #require(try desk.record(Correcting.middle)).meeting.figures
    let widths = figures.map { Columns.width($0.excerpt.text) }
    let number = try #require(widths.max().flatMap(widths.firstIndex))
    let words = figures[number].excerpt.text
    try desk.change(
      Correcting.middle, [(.value, "1234567890123456")], .figure, number: number + 1, words: words)
    let messages = try desk.bench.values("MESSAGE", of: "correction")
    #expect(messages.count { $0.contains("改为1234567890123456") } == 2, "\(messages)")
  }

  @Test func `takes a number or a task out that the text does not give`() throws {
    let (number, figure) = try #require(try desk.figure("助餐点1143个", of: Correcting.middle))
    try desk.change(Correcting.middle, [(.none, "")], .figure, number: number, words: figure.excerpt.text)
    let tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
    try desk.change(Correcting.middle, [(.none, "")], .priority, number: 2, words: tasks[1].head)
    let after = try #require(try desk.record(Correcting.middle)).meeting
    #expect(!after.figures.contains { $0.facts == figure.facts })
    #expect(after.priorities.map(\.head) == tasks.filter { $0.rank != 2 }.map(\.head))
    #expect(after.priorities.map(\.rank) == Array(1..<tasks.count))
  }

  @Test func `puts a task at its place and names it`() throws {
    let tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
    try desk.change(
      Correcting.middle, [(.rank, "1"), (.head, "新题"), (.topic, "养老服务")], .priority, number: 3,
      words: tasks[2].head)
    let after = try #require(try desk.record(Correcting.middle)).meeting.priorities
    #expect(after.map(\.head) == ["新题", tasks[0].head, tasks[1].head] + tasks[3...].map(\.head))
    #expect(after.map(\.rank) == Array(1...tasks.count))
    #expect(after[0].topics.first == "elderly-care")
  }

  @Test func `says which tasks of two meetings are one, and which are two`() throws {
    let comparer = desk.bench.pipeline.corrector.comparisons.comparer
    func link(of rank: Int) throws -> [Int] {
      let (from, to) = (
        try #require(try desk.record(Correcting.first)), try #require(try desk.record(Correcting.middle))
      )
      return comparer.compare(to.meeting, with: from.meeting, as: .previous).priorities
        .first { $0.to.contains(rank) }?.from ?? []
    }
    let tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
    let earlier = try #require(try desk.record(Correcting.first)).meeting.priorities
    let natural = try link(of: 2)
    let partner = try #require(natural.first)
    let done = try desk.change(
      Correcting.middle, [(.unlink, earlier[partner - 1].head)], .priority, number: 2, words: tasks[1].head)
    #expect(try !link(of: 2).contains(partner))
    #expect(done.corrected == 1)
    try desk.change(Correcting.middle, [(.link, earlier[8].head)], .priority, number: 2, words: tasks[1].head)
    #expect(try link(of: 2) == [9])
  }

  @Test func `is refused where the thing has become another, or the words mean nothing`() throws {
    func refusal(
      _ changes: [(Amendment.Field, String)], _ subject: Mark.Subject = .meeting, _ words: String = ""
    ) throws -> String? {
      try desk.refusal(Correcting.middle, changes, subject, number: 1, words: words)?.what.english
    }
    #expect(try refusal([(.date, "2024-02-30")]) == "2024-02-30 is no date")
    #expect(try refusal([(.jurisdiction, "无此地")]) == "no division is called 无此地")
    #expect(try refusal([(.kind, "随便写写")]) == "随便写写 names no kind of meeting")
    let words = try #require(try desk.record(Correcting.middle)).meeting.figures[0].excerpt.text
    #expect(try refusal([(.value, "许多")], .figure, words) == "许多 is no amount")
    #expect(try refusal([(.indicator, "　\n")], .figure, words) == "the indicator is empty")
    #expect(
      try refusal([(.value, "1")], .figure, "别的话") == "figure 1 of \(Correcting.middle) is not what it was")
    #expect(try refusal([(.date, "2024-03-08")]) == "this is so already")
    #expect(try desk.archive.edits(["correct"]).isEmpty)
  }

  @Test func `keeps the numbers of all figures where one is taken out`() throws {
    let before = try #require(try desk.record(Correcting.middle)).meeting
    let (number, figure) = try #require(try desk.figure("助餐点1143个", of: Correcting.middle))
    let done = try desk.change(
      Correcting.middle, [(.none, "")], .figure, number: number, words: figure.excerpt.text)
    #expect(done.said.count == 1 && done.said[0].contains("助餐点1143个"))
    let after = try #require(try desk.record(Correcting.middle)).meeting
    #expect(after.figureNumbers == (1...before.figures.count).filter { $0 != number })
    #expect(after.figureSlots.map(\.figure.facts) == before.figures.map(\.facts))
    let again = try desk.refusal(
      Correcting.middle, [(.value, "1")], .figure, number: number, words: figure.excerpt.text)
    #expect(again?.what.english.contains("is not what it was") == true)
    let undone = try desk.undo(done.edit)
    #expect(undone.said.first?.hasPrefix("恢复：“") == true, "\(undone.said)")
    #expect(try desk.record(Correcting.middle)?.meeting == before)
  }

  @Test func `sends nothing where the digest says what it said`() throws {
    let comparer = desk.bench.pipeline.corrector.comparisons.comparer
    let (from, to) = (
      try #require(try desk.record(Correcting.first)), try #require(try desk.record(Correcting.middle))
    )
    let link = try #require(
      comparer.compare(to.meeting, with: from.meeting, as: .previous).priorities.first {
        $0.from.count == 1 && $0.to.count == 1
      })
    // What a person says of two tasks is what was taken for so already.
    let done = try desk.change(
      Correcting.middle, [(.link, from.meeting.priorities[link.from[0] - 1].head)], .priority,
      number: link.to[0], words: desk.task(link.to[0]).head)
    #expect(done.corrected == 0 && done.amended == 1)
    #expect(try desk.bench.entries("correction").isEmpty)
    _ = try desk.undo(done.edit)
    #expect(try desk.bench.entries("retraction").isEmpty)
  }

  @Test func `is refused where it is nonsense`() throws {
    let tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
    func task(_ changes: [(Amendment.Field, String)]) throws -> String? {
      try desk.refusal(Correcting.middle, changes, .priority, number: 2, words: tasks[1].head)?.what.english
    }
    #expect(try task([(.rank, "77")]) == "77 is no place in a list of \(tasks.count)")
    #expect(try task([(.link, "甲"), (.unlink, "甲")]) == "“甲” cannot be the same task and another one")
    try desk.change(Correcting.middle, [(.unlink, "甲")], .priority, number: 2, words: tasks[1].head)
    #expect(try task([(.unlink, "甲")]) == "this is so already")
  }

  @Test func `makes two meetings one only where that is said to be meant`() throws {
    let refusal = try #require(try desk.refusal(Correcting.first, [(.date, "2024-03-08")]))
    #expect(refusal.what.english == "\(Correcting.middle) is kept already: the two would become one meeting")
    #expect(refusal.hint.english.contains("--merge"))
    try desk.change(Correcting.first, [(.date, "2024-03-08")], merges: true)
    #expect(try desk.record(Correcting.middle)?.documents.count == 2)
    #expect(try desk.record(Correcting.first) == nil)
  }

  @Test func `is told by the names of places and lines of work, not by their codes`() throws {
    let moved = try desk.change(Correcting.first, [(.jurisdiction, "云岫市")])
    #expect(moved.said.first?.hasSuffix("云岫市") == true, "\(moved.said)")
    let named = try desk.change(
      Correcting.middle, [(.topic, "elderly-care")], .priority, number: 1, words: desk.task(1).head)
    #expect(named.said.first?.hasSuffix("养老服务") == true, "\(named.said)")
  }

  @Test func `takes a number with the figure's own unit behind it`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1,243个")
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1243)
    let (number, figure) = try #require(try desk.figure("助餐点1143个", of: Correcting.middle))
    let refusal = try desk.refusal(
      Correcting.middle, [(.value, "1300张")], .figure, number: number, words: figure.excerpt.text)
    #expect(refusal?.what.english == "1300张 is no amount")
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1200—1300", at: 3)
    let quantity = try #require(try desk.figure("助餐点1143个", of: Correcting.middle)).figure.quantity
    #expect(quantity.value == nil && quantity.low == 1200 && quantity.high == 1300)
  }
}
