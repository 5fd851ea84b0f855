// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

@Suite struct `What was put right and a reprint that has it wrong` {
  private let desk: Correcting
  private let report: (name: String, text: String)

  init() throws {
    desk = try Correcting()
    report = try Correcting.reports[1]
  }

  /// The report under another name, with a paragraph more.
  private func reprint() throws -> Tally {
    try desk.bench.arrive([("reprint.txt", report.text + "\n各县区民政局负责同志参加会议。\n")])
  }

  @Test func `stands, is told as nothing new, and goes from both when it is taken back`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    let digest = try desk.told(Correcting.middle)
    #expect(try reprint() == Tally(sources: 1))
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1243)
    #expect(try desk.bench.values("MESSAGE", of: "source").last?.contains("结论不变") == true)
    #expect(try desk.told(Correcting.middle) == digest)
    #expect(try desk.archive.amendments(ofEdit: done.edit).count == 2)
    _ = try desk.undo(done.edit)
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1143)
  }

  @Test func `stands for a task too`() throws {
    let tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
    try desk.change(Correcting.middle, [(.head, "新题")], .priority, number: 3, words: tasks[2].head)
    _ = try reprint()
    #expect(try desk.record(Correcting.middle)?.meeting.priorities[2].head == "新题")
  }

  @Test func `does not come back under the day that was put right, whatever was put right there since`()
    throws
  {
    let moved = "990000/民政工作会议/2024-03-09"
    try desk.change(Correcting.middle, [(.date, "2024-03-09")])
    try desk.changeFigure("助餐点1143个", of: moved, .value, "1243")
    #expect(try reprint() == Tally(sources: 1))
    #expect(try desk.record(Correcting.middle) == nil)
    #expect(try desk.record(moved)?.documents.count == 2)
    #expect(try desk.figure("助餐点1143个", of: moved)?.figure.quantity.value == 1243)
  }

  @Test func `leaves alone what the reprint says otherwise`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    let other = report.text.replacing("1143", with: "1153")
    _ = try desk.bench.arrive([("other.txt", other)])
    let amended = try desk.archive.amendments(ofEdit: 1)
    #expect(amended.count == 1)
  }

  @Test func `is told in one direction, whichever report is the fuller`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    let shorter = report.text.replacing("助餐点1143个", with: "助餐点1153个").replacing("；镇街未保工作站1286个", with: "")
    _ = try desk.bench.arrive([("shorter.txt", shorter)])
    #expect(try desk.record(Correcting.middle)?.documents.first?.name == report.name)
    let told = try #require(try desk.bench.entries("conflict").last)
    #expect(told["MINUTED_VALUE_FROM"] == "1153" && told["MINUTED_VALUE_TO"] == "1243")
    #expect(told["MINUTED_DELTA"] == "90" && told["MINUTED_BASELINE_FILE"] == "shorter.txt")
  }

  /// A fuller report of the meeting that reads otherwise what these words say.
  private func fuller(_ words: String, _ others: String) throws -> Tally {
    #expect(report.text.contains(words))
    let text = report.text.replacing(words, with: others) + "\n全省救助流浪乞讨人员2.1万人次，新增社会工作者3200名。\n"
    return try desk.bench.arrive([("fuller.txt", text)])
  }

  @Test func `counts for more than a fuller report that reads it otherwise, which is told`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    _ = try fuller("助餐点1143个", "助餐点1153个")
    let record = try #require(try desk.record(Correcting.middle))
    #expect(record.documents.first?.name == "fuller.txt")
    let values = record.meeting.figures.filter { $0.excerpt.text.contains("助餐点11") }.map(\.quantity.value)
    #expect(values == [1243])
    let told = try #require(try desk.bench.entries("conflict").last)
    #expect(told["MINUTED_REASON"] == "amended-contradicted")
    // As with rules and versions: from what is read to what it was put right to.
    #expect(told["MINUTED_VALUE_FROM"] == "1153" && told["MINUTED_VALUE_TO"] == "1243")
    #expect(told["MINUTED_BASELINE_FILE"] == "fuller.txt" && told["MINUTED_FILE"] == report.name)
    let message = try #require(told["MESSAGE"])
    #expect(message.contains("人工更正作1243个，fuller.txt作1153个"), "\(message)")
    #expect(message.contains("以人工更正为准；要取消：minutectl correct --undo \(done.edit)"), "\(message)")
  }

  @Test func `counts for more under a name and a period that were put right, too`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .indicator, "社区食堂")
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .period, "2021", at: 2)
    _ = try fuller("助餐点1143个", "助餐点1143个（含改造）")
    let figures = try #require(try desk.record(Correcting.middle)).meeting.figures
    let told = figures.filter { $0.quantity.value == 1143 }
    #expect(told.map(\.indicator) == ["社区食堂"] && told.first?.period?.rawValue == "2021")
  }

  @Test func `stays out where it was taken out, and that is told`() throws {
    let (number, figure) = try #require(try desk.figure("助餐点1143个", of: Correcting.middle))
    try desk.change(Correcting.middle, [(.none, "")], .figure, number: number, words: figure.excerpt.text)
    _ = try fuller("助餐点1143个", "助餐点约1143个")
    #expect(try desk.figure("1143个", of: Correcting.middle) == nil)
    let messages = try desk.bench.values("MESSAGE", of: "conflict")
    #expect(messages.last?.contains("人工已去掉，fuller.txt仍作1143个左右") == true, "\(messages)")
    let told = try #require(try desk.bench.entries("conflict").last)
    #expect(told["MINUTED_VALUE_FROM"] == "1143" && told["MINUTED_VALUE_TO"] == nil)
  }

  @Test func `lets another number of the same name stand where one was taken out`() throws {
    let (number, figure) = try #require(try desk.figure("助餐点1143个", of: Correcting.middle))
    try desk.change(Correcting.middle, [(.none, "")], .figure, number: number, words: figure.excerpt.text)
    _ = try fuller("助餐点1143个", "助餐点2286个")
    #expect(try desk.figure("助餐点2286个", of: Correcting.middle)?.figure.quantity.value == 2286)
  }

  @Test func `stands for tasks in the longer list of a fuller report`() throws {
    let tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
    try desk.change(Correcting.middle, [(.head, "新题")], .priority, number: 3, words: tasks[2].head)
    try desk.change(Correcting.middle, [(.none, "")], .priority, number: 5, words: tasks[4].head, at: 2)
    // Each sentence goes on in the other report.
    var text = report.text
    for place in [2, 4] {
      let body = tasks[place].body
      let longer = String(body.dropLast()) + "，切实抓好落实" + String(body.suffix(1))
      #expect(text.contains(body))
      text = text.replacing(body, with: longer)
    }
    text += "\n全省救助流浪乞讨人员2.1万人次，新增社会工作者3200名。\n"
    _ = try desk.bench.arrive([("fuller.txt", text)])
    let after = try #require(try desk.record(Correcting.middle))
    #expect(after.documents.first?.name == "fuller.txt")
    #expect(after.meeting.priorities[2].head == "新题")
    #expect(!after.meeting.priorities.contains { $0.head == tasks[4].head })
    #expect(after.meeting.priorities.map(\.rank) == Array(1..<tasks.count))
  }
}

/// Another report of the meeting, with another number, that has its tasks in words of its own.
@Suite struct `The order of tasks that a person has put right` {
  private let desk: Correcting
  private let report: (name: String, text: String)
  private let tasks: [Priority]

  init() throws {
    desk = try Correcting()
    report = try Correcting.reports[1]
    tasks = try #require(try desk.record(Correcting.middle)).meeting.priorities
  }

  private func change(_ rank: Int, _ field: Amendment.Field, _ text: String = "", at: Int64 = 1) throws {
    let head = try desk.task(rank).head
    try desk.change(Correcting.middle, [(field, text)], .priority, number: rank, words: head, at: at)
  }

  /// What is told of the order when another report comes whose tasks go on after their heads, and whose list is
  /// what `turn` makes of it.
  private func told(_ turn: ([String]) -> [String] = { $0 }) throws -> [Entry] {
    var lines = report.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { place in tasks.contains { lines[place].contains($0.body) } }
    #expect(places.count == tasks.count)
    let bodies = turn(places.map { lines[$0] }).map { String($0.drop { $0 != "）" }.dropFirst()) }
    for (place, body) in zip(places, bodies) {
      lines[place] = lines[place].prefix { $0 != "）" } + "）" + body.dropLast() + "，切实抓好落实。"
    }
    let text = lines.joined(separator: "\n").replacing("1286个", with: "1290个")
    _ = try desk.bench.arrive([("other.txt", text)])
    #expect(try !desk.bench.entries("conflict").isEmpty)
    return try desk.bench.entries("conflict").filter { $0["MINUTED_SUBJECT"] == "priority" }
  }

  @Test func `is no matter between two reports that have them in one order`() throws {
    try change(4, .rank, "1")
    try change(6, .head, "促进慈善事业", at: 2)
    try change(9, .none, at: 3)
    #expect(try told().isEmpty)
  }

  @Test func `is told as the reports have it where they differ`() throws {
    try change(2, .none)
    try change(1, .none, at: 2)
    let told = try told { $0.suffix(1) + $0.dropLast() }
    #expect(told.count == 1)
    #expect(Set([told.first?["MINUTED_RANK_FROM"], told.first?["MINUTED_RANK_TO"]]) == ["1", "9"])
  }

  @Test func `is told no more where it was put right to what the other report has`() throws {
    try change(9, .rank, "1")
    #expect(try told { $0.suffix(1) + $0.dropLast() }.isEmpty)
  }

  @Test func `moves no other task when one is taken out`() throws {
    func moves() throws -> Set<[String]> {
      let changes = try desk.bench.entries("change").filter {
        $0["MINUTED_CHANGE"]?.hasPrefix("rank_") == true
      }
      return Set(changes.map { [$0["MINUTED_MEETING_ID"] ?? "", $0["MINUTED_QUOTE_TO"] ?? ""] })
    }
    let before = try moves()
    for (time, id) in [Correcting.middle, Correcting.first, Correcting.last, Correcting.middle].enumerated() {
      let head = try #require(try desk.record(id)).meeting.priorities[1].head
      try desk.change(id, [(.none, "")], .priority, number: 2, words: head, at: Int64(time))
    }
    #expect(try moves().isSubset(of: before))
  }
}
