// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Diff
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

/// An archive of the example province's meetings of three years, and a person who puts them right.
struct Correcting {
  let bench: Bench
  static let last = "990000/民政工作会议/2025"
  static let middle = "990000/民政工作会议/2024-03-08"
  static let first = "990000/民政工作会议/2023-02-24"

  static var reports: [(name: String, text: String)] {
    get throws {
      try ["2023/2023-02-24", "2024/2024-03-08", "2025/2025-03-14"].map {
        ("\($0.suffix(10)).txt", try seed("example/\($0)-hanhai-minzheng.txt"))
      }
    }
  }

  init() throws {
    bench = try Bench()
    for report in try Self.reports { _ = try bench.arrive([report]) }
  }

  var archive: MeetingArchive { bench.archive }

  func record(_ id: String) throws -> Record? { try archive.record(id: id, provenance: .invented) }

  func told(_ id: String) throws -> String? {
    try archive.told(of: MeetingKey(id: id, provenance: .invented))?.id
  }

  /// The place of a figure in a meeting's list, by words of its quotation.
  func figure(_ words: String, of id: String) throws -> (number: Int, figure: Figure)? {
    let figures = try record(id)?.meeting.figures ?? []
    return figures.firstIndex { $0.excerpt.text.contains(words) }.map { ($0 + 1, figures[$0]) }
  }

  static func edit(_ reason: String = "核对原件", at: Int64 = 1) -> Edit {
    Edit(at: at, uid: 0, who: "root", verb: "correct", target: "", reason: reason)
  }

  @discardableResult
  func change(
    _ id: String, _ changes: [(Amendment.Field, String)], _ subject: Mark.Subject = .meeting, number: Int = 0,
    words: String = "", at: Int64 = 1
  ) throws -> Editor.Done {
    let wanted = WantedEdit(
      key: MeetingKey(id: id, provenance: .invented), subject: subject, number: number, words: words,
      changes: changes.map { (field: $0.0, text: $0.1) })
    return try Editor(bench.pipeline).correct(wanted, as: Self.edit(at: at)).get()
  }

  @discardableResult
  func changeFigure(_ words: String, of id: String, _ field: Amendment.Field, _ text: String) throws -> Editor.Done {
    let (number, figure) = try #require(try figure(words, of: id))
    return try change(id, [(field, text)], .figure, number: number, words: figure.excerpt.text)
  }

  func undo(_ edit: Int64, at: Int64 = 2) throws -> Editor.Done {
    var undo = Self.edit("改错了", at: at)
    undo.verb = "undo"
    return try Editor(bench.pipeline).undo(edit, as: undo).get()
  }
}

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
      let (from, to) = (try #require(try desk.record(Correcting.first)), try #require(try desk.record(Correcting.middle)))
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
    func refusal(_ changes: [(Amendment.Field, String)], _ subject: Mark.Subject = .meeting, _ words: String = "") throws
      -> String?
    {
      let wanted = WantedEdit(
        key: MeetingKey(id: Correcting.middle, provenance: .invented), subject: subject, number: 1, words: words,
        changes: changes.map { (field: $0.0, text: $0.1) })
      let outcome = try Editor(desk.bench.pipeline).correct(wanted, as: Correcting.edit())
      guard case .failure(let refusal) = outcome else { return nil }
      return refusal.what
    }
    #expect(try refusal([(.date, "2024-02-30")]) == "2024-02-30 is no date")
    #expect(try refusal([(.jurisdiction, "无此地")]) == "no division is called 无此地")
    #expect(try refusal([(.kind, "随便写写")]) == "随便写写 names no kind of meeting")
    let words = try #require(try desk.record(Correcting.middle)).meeting.figures[0].excerpt.text
    #expect(try refusal([(.value, "许多")], .figure, words) == "许多 is no amount")
    #expect(try refusal([(.value, "1")], .figure, "别的话") == "figure 1 of \(Correcting.middle) is not what it was")
    #expect(try refusal([(.date, "2024-03-08")]) == "this is so already")
    #expect(try desk.archive.edits(["correct"]).isEmpty)
  }
}
