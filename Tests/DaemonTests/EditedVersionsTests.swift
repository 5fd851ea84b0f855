// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Control
@testable import Daemon

@Suite struct `What was put right in a file that gets a new version` {
  private let desk: Correcting
  private let report: (name: String, text: String)
  private let middle = Correcting.middle

  init() throws {
    desk = try Correcting()
    report = try Correcting.reports[1]
  }

  /// The file anew, with other words in it.
  @discardableResult
  private func version(_ words: String = "", _ others: String = "") throws -> Tally {
    try desk.bench.arrive([(report.name, newer(words, others))])
  }

  /// Its text; a paragraph on top moves all below it.
  private func newer(_ words: String, _ others: String) -> String {
    #expect(words.isEmpty || report.text.contains(words), "\(words)")
    let text = words.isEmpty ? report.text : report.text.replacing(words, with: others)
    return "（更新）\n" + text + "各县区民政局负责同志参加会议。\n"
  }

  private var meeting: Meeting { get throws { try #require(try desk.record(middle)).meeting } }

  /// The conflicts between what was put right and what is read.
  private func told() throws -> [String] {
    try desk.bench.values("MINUTED_REASON", of: "conflict")
  }

  private func standings(of edit: Int64) throws -> [Amendment.Standing] {
    try desk.archive.amendments(ofEdit: edit).map(\.standing)
  }

  @Test func `goes over to it where the sentence is the same, and nothing is told`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    let digest = try desk.told(middle)
    #expect(try version("1286个", "1290个") == Tally(sources: 1))
    #expect(try desk.figure("助餐点1143个", of: middle)?.figure.quantity.value == 1243)
    #expect(try told().isEmpty)
    #expect(try standings(of: done.edit) == [.carried, .holds])
    let state = try CorrectionList(archive: desk.archive).rows.last?[5]
    #expect(state == "有效")
    // What is new in it is told as ever, with what was put right.
    try desk.bench.pipeline.correct(desk.archive.awaitedCorrections())
    let correction = try #require(try desk.bench.entries("correction").last { $0.id.hasSuffix("-00") })
    #expect(correction["MINUTED_SUPERSEDES"] == digest)
    #expect(try desk.figure("未保工作站", of: middle)?.figure.quantity.value == 1290)
  }

  @Test func `changes nothing in the digest where the version changes nothing`() throws {
    try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    let digest = try desk.told(middle)
    try version()
    #expect(try desk.bench.values("MESSAGE", of: "source").last?.hasSuffix("任务和数字不变；结论不变") == true)
    #expect(try desk.archive.awaitedCorrections().isEmpty)
    #expect(try desk.told(middle) == digest)
  }

  @Test func `goes from version to version, and from all of them when it is taken back`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    try version()
    _ = try desk.bench.arrive([(report.name, report.text + "（第三版）\n")])
    #expect(try standings(of: done.edit) == [.carried, .carried, .holds])
    #expect(try desk.undo(done.edit).said == ["“新建老年助餐点1143个”数值由1243改为1143"])
    #expect(try desk.figure("助餐点1143个", of: middle)?.figure.quantity.value == 1143)
    #expect(try told().isEmpty)
  }

  @Test func `makes the digest that it makes on a machine that never had the earlier version`() throws {
    try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    try desk.change(middle, [(.date, "2024-03-09")], at: 2)
    try version("1286个", "1290个")
    let there = try Bench()
    for report in try Correcting.reports {
      let isMiddle = report.name == self.report.name
      _ = try there.arrive([(report.name, isMiddle ? newer("1286个", "1290个") : report.text)])
    }
    for edit in try CorrectionList.carried(in: desk.archive).edits {
      let line = try #require(CarriedEdit(json: edit.json))
      _ = try Editor(there.pipeline).bring(line, by: Correcting.asks("bring", at: 20)).get()
    }
    #expect(try there.final().map(\.id) == desk.bench.final().map(\.id))
  }

  @Test func `stays behind where the version gives another number, and that is told`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    try version("助餐点1143个", "助餐点1150个")
    let conflict = try #require(try desk.bench.entries("conflict").first)
    #expect(conflict["MINUTED_REASON"] == "amended-superseded")
    let lines = (conflict["MESSAGE"] ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("更正说：“") && lines[1].contains("由1143改为1243（root，"))
    #expect(lines[2] == "新版本读作：1150")
    #expect(
      lines[3] == "以新版本为准；仍要照更正来：minutectl correct \(middle)/figure:N --value 1243 --reason …")
    #expect(conflict["MINUTED_VALUE_FROM"] == "1150" && conflict["MINUTED_VALUE_TO"] == "1243")
    #expect(try desk.figure("助餐点1150个", of: middle)?.figure.quantity.value == 1150)
    #expect(try standings(of: done.edit) == [.superseded])
  }

  @Test func `is told once where it was put right twice`() throws {
    try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    try desk.changeFigure("助餐点1143个", of: middle, .value, "1253", at: 2)
    try version("助餐点1143个", "助餐点1150个")
    #expect(try desk.bench.values("MINUTED_VALUE_TO", of: "conflict") == ["1253"])
  }

  @Test func `is told to be so now where the version has it right`() throws {
    let done = try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    try version("助餐点1143个", "助餐点1243个")
    #expect(try told() == ["amended-agrees"])
    let message = try #require(try desk.bench.values("MESSAGE", of: "conflict").first)
    #expect(message.hasPrefix("来源相符 ") && message.contains("现在也读作：1243"), "\(message)")
    #expect(try standings(of: done.edit) == [.carried, .agrees])
    _ = try desk.undo(done.edit)
    #expect(try desk.figure("助餐点1243个", of: middle)?.figure.quantity.value == 1243)
  }

  @Test func `keeps what was taken out away, and says nothing where it is gone by itself`() throws {
    for (words, others) in [("1286个", "1290个"), ("，新建老年助餐点1143个", "")] {
      let desk = try Correcting()
      let (number, figure) = try #require(try desk.figure("助餐点1143个", of: middle))
      try desk.change(middle, [(.none, "")], .figure, number: number, words: figure.excerpt.text)
      _ = try desk.bench.arrive([(report.name, report.text.replacing(words, with: others))])
      #expect(try desk.figure("1143个", of: middle) == nil)
      #expect(try desk.bench.entries("conflict").isEmpty)
    }
  }

  @Test func `goes over for a task of the same head, whatever else its text says`() throws {
    let heads = try meeting.priorities.map(\.head)
    try desk.change(middle, [(.head, "促进慈善")], .priority, number: 6, words: heads[5])
    try desk.change(middle, [(.rank, "1")], .priority, number: 4, words: heads[3], at: 2)
    try desk.change(middle, [(.topic, "养老服务")], .priority, number: 2, words: heads[0], at: 3)
    try desk.change(middle, [(.none, "")], .priority, number: 9, words: heads[8], at: 4)
    let before = try meeting.priorities
    try version("贯彻新修改的慈善法", "认真贯彻新修改的慈善法")
    let after = try meeting.priorities
    #expect(after.map(\.head) == before.map(\.head) && after.map(\.topics) == before.map(\.topics))
    #expect(after[5].body.contains("认真贯彻"))
    #expect(try told().isEmpty)
  }

  @Test func `stays behind where the task has another head, or the rules read another place`() throws {
    let tasks = try meeting.priorities
    try desk.change(middle, [(.head, "促进慈善")], .priority, number: 6, words: tasks[5].head)
    try desk.change(middle, [(.rank, "1")], .priority, number: 4, words: tasks[3].head, at: 2)
    let third = tasks[2].body
    let turned = report.text.replacing(tasks[5].head, with: "办好慈善事业").replacing(third, with: "")
    _ = try desk.bench.arrive([(report.name, turned)])
    #expect(try told() == ["amended-superseded", "amended-superseded"])
    let messages = try desk.bench.values("MESSAGE", of: "conflict")
    #expect(messages[0].contains("没有找到这一处") && messages[1].contains("新版本读作：3"), "\(messages)")
  }

  @Test func `holds for which task of the year before it is the same as`() throws {
    let earlier = try #require(try desk.record(Correcting.first)).meeting.priorities
    try desk.change(middle, [(.link, earlier[3].head)], .priority, number: 4, words: desk.task(4).head)
    try version("1286个", "1290个")
    let ruling = Priority.Ruling(head: earlier[3].head, isSame: true)
    #expect(try desk.task(4).rulings == [ruling])
    #expect(try told().isEmpty)
  }

  @Test func `is told where it was of a task that the new version of the year before sets no more`() throws {
    let earlier = try #require(try desk.record(Correcting.first)).meeting.priorities
    try desk.change(middle, [(.link, earlier[3].head)], .priority, number: 4, words: desk.task(4).head)
    let (name, text) = try Correcting.reports[0]
    // The same with more behind it is the same task.
    _ = try desk.bench.arrive([(name, text.replacing(earlier[3].head, with: earlier[3].head + "，办实事"))])
    #expect(try told().isEmpty)
    _ = try desk.bench.arrive([(name, text.replacing(earlier[3].head, with: "优化营商环境"))])
    #expect(try told() == ["amended-lost"])
    let conflict = try #require(try desk.bench.entries("conflict").first)
    #expect(conflict["MINUTED_MEETING_ID"] == middle)
    #expect(conflict["MESSAGE"]?.contains(earlier[3].head) == true)
    _ = try desk.bench.arrive([(name, text.replacing(earlier[3].head, with: "优化发展环境"))])
    #expect(try told().count == 1)
  }

  @Test func `holds for a task of the year before as long as another report of that sets it`() throws {
    let earlier = try #require(try desk.record(Correcting.first)).meeting.priorities
    let (name, text) = try Correcting.reports[0]
    _ = try desk.bench.arrive([("reprint.txt", text + "各县区民政局负责同志参加会议。\n")])
    try desk.change(middle, [(.link, earlier[3].head)], .priority, number: 4, words: desk.task(4).head)
    let shorter = text.replacing(earlier[3].body, with: "")
    #expect(shorter != text)
    _ = try desk.bench.arrive([("reprint.txt", shorter + "各县区民政局负责同志参加会议。\n")])
    #expect(try told().isEmpty)
    _ = try desk.bench.arrive([(name, shorter)])
    #expect(try told() == ["amended-lost"])
  }

  @Test func `holds for a task of the year before whose file lies under another name too`() throws {
    let earlier = try #require(try desk.record(Correcting.first)).meeting.priorities
    let (name, text) = try Correcting.reports[0]
    #expect(try desk.bench.arrive([("copy.txt", text)]) == Tally(duplicates: 1))
    try desk.change(middle, [(.link, earlier[3].head)], .priority, number: 4, words: desk.task(4).head)
    _ = try desk.bench.arrive([(name, text.replacing(earlier[3].body, with: ""))])
    #expect(try told().isEmpty)
  }

  @Test func `holds for the day, the place and the class, though they are read as before`() throws {
    for (field, text) in [
      (Amendment.Field.date, "2024-03-09"), (.jurisdiction, "云岫市"), (.kind, "民政工作座谈会"),
      (.sector, "教育"), (.period, "2025"),
    ] {
      let desk = try Correcting()
      try desk.change(middle, [(field, text)])
      let (meetings, told) = (try desk.archive.meetings(), try desk.bench.entries("digest").count)
      #expect(try desk.bench.arrive([(report.name, report.text + "（第二版）\n")]) == Tally(sources: 1))
      #expect(try desk.archive.meetings().map(\.id) == meetings.map(\.id), "\(field)")
      #expect(try desk.archive.meetings().map(\.documents) == meetings.map(\.documents))
      #expect(try desk.bench.entries("digest").count == told)
      #expect(try desk.bench.entries("conflict").isEmpty)
    }
  }

  @Test func `is told to be so now in a version that is still read to be of another place`() throws {
    try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
    try desk.change(middle, [(.jurisdiction, "云岫市")], at: 2)
    try version("助餐点1143个", "助餐点1243个")
    #expect(try told() == ["amended-agrees"])
  }

  @Test func `goes over though the version dates the meeting otherwise, and the day stays behind`() throws {
    try desk.change(middle, [(.date, "2024-03-09")])
    let moved = "990000/民政工作会议/2024-03-09"
    try desk.changeFigure("助餐点1143个", of: moved, .value, "1243", at: 2)
    let other = "990000/民政工作会议/2024-03-18"
    #expect(report.text.contains("三月八日"))
    _ = try desk.bench.arrive([(report.name, report.text.replacing("三月八日", with: "三月十八日"))])
    #expect(try desk.record(moved) == nil)
    #expect(try desk.figure("助餐点1143个", of: other)?.figure.quantity.value == 1243)
    #expect(try told() == ["amended-superseded"])
    #expect(try desk.bench.values("MESSAGE", of: "conflict").first?.contains("新版本读作：2024-03-18") == true)
  }

  @Test func `is in force again in the old one when the new one is removed`() throws {
    for (words, standing) in [("助餐点1150个", Amendment.Standing.superseded), ("助餐点1143个", .carried)] {
      let desk = try Correcting()
      try desk.changeFigure("助餐点1143个", of: middle, .value, "1243")
      _ = try desk.bench.arrive([(report.name, report.text.replacing("助餐点1143个", with: words) + "（第二版）\n")])
      let hash = try #require(try desk.record(middle)?.documents.first?.sha256)
      let kept = try #require(try desk.archive.amendments(ofEdit: 1).first)
      #expect(kept.standing == standing && kept.found == hash)
      _ = try desk.bench.pipeline.forget([hash], Correcting.edit(at: 9), now: 9)
      #expect(try desk.archive.amendments(ofEdit: 1).map(\.standing) == [.holds])
      #expect(try desk.figure("助餐点1143个", of: middle)?.figure.quantity.value == 1243)
    }
  }
}
