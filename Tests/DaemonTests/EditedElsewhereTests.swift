// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Lexicon
import Minutes
import TestKit
import Testing

@testable import Daemon

@Suite struct `A meeting that a person withdraws` {
  private let desk: Correcting
  private let key = MeetingKey(id: Correcting.middle, provenance: .invented)

  init() throws { desk = try Correcting() }

  private func withdraw() throws -> Editor.Done {
    var edit = Correcting.edit("伪造", at: 5)
    edit.verb = "withdraw"
    return try Editor(desk.bench.pipeline).withdraw(key, as: edit).get()
  }

  @Test func `is told with the reason, and nothing is compared with it any more`() throws {
    let digest = try desk.told(Correcting.middle)
    #expect(try withdraw().own == digest)
    let retraction = try #require(try desk.bench.entries("retraction").first)
    #expect(retraction["MINUTED_SUPERSEDES"] == digest)
    #expect(retraction["MINUTED_REASON"] == "withdrawn")
    #expect(retraction["MESSAGE"]?.contains("人工撤回（伪造）") == true)
    let last = MeetingKey(id: Correcting.last, provenance: .invented)
    #expect(try desk.archive.previous(of: last) == Correcting.first)
    #expect(try desk.bench.values("MINUTED_MEETING_ID", of: "correction") == [Correcting.last])
    let correction = try #require(try desk.bench.values("MESSAGE", of: "correction").first)
    #expect(correction.contains("2024-03-08会议已由人工撤出（伪造），改与2023-02-24比较"), "\(correction)")
    #expect(!correction.contains("补到"))
    // Nor do registers of targets, series and exports know it.
    #expect(
      try desk.archive.records(MeetingFilter(division: "990000")).map(\.meeting.id)
        == [Correcting.first, Correcting.last])
    let digests = try desk.bench.final()
    #expect(
      digests.filter { $0.meeting.id != Correcting.middle }.allSatisfy {
        $0.record(of: Correcting.middle) == nil
      })
    #expect(try desk.record(Correcting.middle) != nil)
  }

  @Test func `does not come back with a later report, which is told`() throws {
    let edit = try withdraw().edit
    let again = try Correcting.reports[1].text + "（转载）\n"
    #expect(try desk.bench.arrive([("again.txt", again)]) == Tally(sources: 1))
    let source = try #require(try desk.bench.entries("source").first)
    #expect(source["MINUTED_REASON"] == "withdrawn")
    #expect(source["MESSAGE"]?.contains("已人工撤回（伪造）") == true)
    #expect(source["MESSAGE"]?.contains("minutectl withdraw --undo \(edit)") == true)
    #expect(try desk.told(Correcting.middle) == nil)
    #expect(
      try desk.archive.previous(of: MeetingKey(id: Correcting.last, provenance: .invented))
        == Correcting.first)
  }

  @Test func `is as before when that is taken back`() throws {
    let meetings = [Correcting.first, Correcting.middle, Correcting.last]
    let (before, baselines) = (try meetings.map(desk.told), try desk.bench.final().map(\.id))
    let done = try withdraw()
    _ = try desk.undo(done.edit)
    #expect(try meetings.map(desk.told) == before)
    #expect(try desk.bench.final().map(\.id) == baselines)
    #expect(try desk.bench.values("MINUTED_REASON", of: "correction") == ["reinstated"])
    let last = try #require(try desk.bench.values("MESSAGE", of: "retraction").last)
    #expect(last.contains("上次会议的撤出已取消（改错了），仍以摘要\(before[2]?.prefix(8) ?? "")为准"), "\(last)")
    #expect(try desk.archive.meetings().map(\.id).sorted() == meetings.sorted())
  }

  @Test func `does not come back when its day is no longer put right`() throws {
    let moved = MeetingKey(id: "990000/民政工作会议/2024-03-09", provenance: .invented)
    let done = try desk.change(Correcting.middle, [(.date, "2024-03-09")], at: 2)
    var edit = Correcting.edit("伪造", at: 5)
    edit.verb = "withdraw"
    let withdrawal = try Editor(desk.bench.pipeline).withdraw(moved, as: edit).get()
    var undo = Correcting.edit("改错了", at: 6)
    undo.verb = "undo"
    guard case .failure(let refusal) = try Editor(desk.bench.pipeline).undo(done.edit, as: undo) else {
      Issue.record("a withdrawn meeting came back")
      return
    }
    #expect(
      refusal.hint.english
        == "take that back first: minutectl withdraw --undo \(withdrawal.edit) --reason …")
  }

  @Test func `is put right in nothing until it comes back`() throws {
    let edit = try withdraw().edit
    let wanted = WantedEdit(
      key: key, subject: .meeting, number: 0, words: "", changes: [(.date, "2024-03-09")])
    guard case .failure(let refusal) = try Editor(desk.bench.pipeline).correct(wanted, as: Correcting.edit())
    else {
      Issue.record("a withdrawn meeting was corrected")
      return
    }
    #expect(refusal.hint.english == "take that back first: minutectl withdraw --undo \(edit) --reason …")
  }
}

@Suite struct `Changes that are carried to another machine` {
  /// The lines that `minutectl corrections export` writes.
  private func lines(of desk: Correcting) throws -> [String] {
    try desk.archive.edits(["correct", "withdraw", "alias", "undo"]).map { edit in
      let former = try edit.content["undoes"].flatMap { Int64($0) }.flatMap { try desk.archive.edit($0) }
      return CarriedEdit(edit, try desk.archive.amendments(ofEdit: edit.id), undoes: former?.at).json
    }
  }

  private var bearer: Edit {
    Edit(at: 99, uid: 1000, who: "lin", verb: "bring", target: "", content: ["change": "{}"], reason: "")
  }

  private func bring(_ lines: [String], to bench: Bench) throws -> [Editor.Done] {
    try lines.map { line in
      try Editor(bench.pipeline).bring(try #require(CarriedEdit(json: line)), by: bearer).get()
    }
  }

  /// A machine where something of each kind was done.
  private func edited() throws -> Correcting {
    let desk = try Correcting()
    try desk.change(Correcting.middle, [(.date, "2024-03-09")], at: 10)
    let taken = try desk.change(Correcting.first, [(.date, "2023-02-25")], at: 11)
    _ = try desk.undo(taken.edit, at: 12)
    var edit = Correcting.edit("伪造", at: 13)
    edit.verb = "withdraw"
    _ = try Editor(desk.bench.pipeline).withdraw(
      MeetingKey(id: Correcting.first, provenance: .invented), as: edit
    ).get()
    return desk
  }

  @Test func `have their reason in one line`() throws {
    let line = CarriedEdit(Correcting.edit("误传\n的稿子　"), [], undoes: nil).json
    #expect(try #require(CarriedEdit(json: line)).edit.reason == "误传 的稿子")
  }

  @Test func `give the same meetings and digests there, and come in once`() throws {
    let (here, there) = (try edited(), try Correcting())
    let lines = try lines(of: here)
    _ = try bring(lines, to: there.bench)
    #expect(try there.bench.final().map(\.id) == here.bench.final().map(\.id))
    #expect(try there.archive.edits(["correct", "withdraw"]).map(\.undone.isNil) == [true, false, true])
    let told = try there.bench.entries().count
    #expect(try bring(lines, to: there.bench).allSatisfy(\.isKnown))
    #expect(try there.bench.entries().count == told)
  }

  @Test func `are kept under who is said to have made them, and under who brought them`() throws {
    let (here, there) = (try edited(), try Correcting())
    let lines = try lines(of: here).map { $0.replacing("\"who\":\"root\"", with: "\"who\":\"wang\"") }
    for _ in 0..<2 { _ = try bring(lines, to: there.bench) }
    let made = try there.archive.edits(["correct", "withdraw", "undo"])
    #expect(made.map(\.who) == Array(repeating: "wang", count: 4))
    let brought = try there.archive.edits(["bring"])
    #expect(brought.map(\.who) == Array(repeating: "lin", count: 4))
    #expect(brought.map(\.content) == made.map { ["edit": String($0.id)] })
    #expect(brought.map(\.target) == made.map(\.target))
  }

  @Test func `stand ready for documents that are not there yet`() throws {
    let here = try edited()
    let empty = try Bench()
    let done = try bring(try lines(of: here), to: empty)
    #expect(done.first?.absent == 1)
    for report in try Correcting.reports { _ = try empty.arrive([report]) }
    #expect(try empty.final().map(\.id) == here.bench.final().map(\.id))
    #expect(try empty.entries("source").first?["MINUTED_REASON"] == "withdrawn")
  }

  @Test func `that are older than what was done here do not win over it`() throws {
    let (here, there) = (try Correcting(), try Correcting())
    try here.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1200", at: 10)
    try there.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1300", at: 20)
    _ = try bring(try lines(of: here), to: there.bench)
    #expect(try there.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1300)
    _ = try bring(try lines(of: there), to: here.bench)
    #expect(try here.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1300)
    #expect(try here.bench.final().map(\.id) == there.bench.final().map(\.id))
  }

  @Test func `of a clock that is fast do not win over what is put right here later`() throws {
    let (here, there) = (try Correcting(), try Correcting())
    try here.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1200", at: 1000)
    _ = try bring(try lines(of: here), to: there.bench)
    let done = try there.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1300", at: 20)
    #expect(try there.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1300)
    #expect(try there.archive.edit(done.edit)?.at == 1001)
  }

  @Test func `are refused where they were made more than a day from now`() throws {
    let (here, there) = (try Correcting(), try Correcting())
    try here.change(Correcting.middle, [(.date, "2024-03-09")], at: bearer.at + 86_400_000_001)
    let change = try #require(CarriedEdit(json: try lines(of: here)[0]))
    guard case .failure(let refusal) = try Editor(there.bench.pipeline).bring(change, by: bearer) else {
      Issue.record("took a change from the future")
      return
    }
    #expect(refusal.what.english == "the change was made more than a day from now")
    #expect(try there.archive.edits(["correct", "bring"]).isEmpty)
  }

  @Test func `bring back no quotation of a report that was forgotten here`() throws {
    let (here, there) = (try Correcting(), try Correcting())
    try here.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1200", at: 10)
    let taken = try here.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1300", at: 11)
    _ = try here.undo(taken.edit, at: 12)
    _ = try there.forget(Correcting.middle)
    let done = try bring(try lines(of: here), to: there.bench)
    #expect(done.first?.absent == 1)
    for edit in try there.archive.edits(["correct"]) {
      #expect(try there.archive.amendments(ofEdit: edit.id).isEmpty)
      #expect(edit.content.isEmpty)
    }
  }

  @Test func `are refused where the line is none, or takes back what is not there`() throws {
    #expect(CarriedEdit(json: "{}") == nil)
    #expect(CarriedEdit(json: "") == nil)
    let lines = try lines(of: try edited())
    let bench = try Bench()
    let undo = try #require(CarriedEdit(json: lines[2]))
    guard case .failure = try Editor(bench.pipeline).bring(undo, by: bearer) else {
      Issue.record("took back what was never done")
      return
    }
  }
}

extension Int64? {
  fileprivate var isNil: Bool { self == nil }
}

@Suite struct `Two names of one indicator` {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func alias(_ from: String, _ to: String) throws -> Editor.Outcome {
    var edit = Correcting.edit()
    edit.verb = "alias"
    return try Editor(bench.pipeline).alias(from, for: to, as: edit)
  }

  @Test func `are a layer over all tables, which the rules' name tells`() throws {
    #expect(try AliasTable.layer(of: bench.archive).isEmpty)
    let done = try alias("长者食堂", "老年助餐点").get()
    #expect(done.changesRules)
    let layer = try AliasTable.layer(of: bench.archive)
    let setup = try Setup.load(from: bench.setup.source, aliases: layer)
    #expect(setup.rules != bench.setup.rules)
    #expect(setup.vocabulary[.indicators].contains { $0.key == "长者食堂" && $0[1] == "老年助餐点" })
    var undo = Correcting.edit("口径不同", at: 9)
    undo.verb = "undo"
    #expect(try Editor(bench.pipeline).undo(done.edit, as: undo).get().changesRules)
    #expect(try AliasTable.layer(of: bench.archive).isEmpty)
  }

  @Test func `are refused where they go round in a circle, over however many names`() throws {
    let first = try alias("甲甲", "乙乙").get()
    let second = try alias("乙乙", "丙丙").get()
    guard case .failure(let refusal) = try alias("丙丙", "甲甲") else {
      Issue.record("a circle was made")
      return
    }
    #expect(
      refusal.what.english == "甲甲 is taken for 乙乙 (edit \(first.edit)), 乙乙 is taken for 丙丙 "
        + "(edit \(second.edit)): 丙丙 for 甲甲 would make a circle")
    #expect(refusal.hint.english == "take that back first: minutectl alias --undo \(second.edit) --reason …")
  }

  @Test func `are refused where the first is taken for a third already`() throws {
    let done = try alias("甲甲", "乙乙").get()
    guard case .failure(let refusal) = try alias("甲甲", "丙丙") else {
      Issue.record("a name stands for two others")
      return
    }
    #expect(refusal.what.english == "甲甲 is taken for 乙乙 (edit \(done.edit)) already")
    #expect(refusal.what.chinese == "“甲甲”已当作“乙乙”（第\(done.edit)号操作）")
  }

  @Test func `may stand nowhere yet, which is said`() throws {
    #expect(try alias("甲甲", "乙乙").get().unknown == ["甲甲", "乙乙"])
    for report in try Correcting.reports { _ = try bench.arrive([report]) }
    #expect(try alias("丁丁", "助餐点").get().unknown == ["丁丁"])
  }

  @Test(arguments: [
    ("同", "同"), ("", "乙"), ("甲\t乙", "丙"), ("-甲", "乙"), ("#甲", "乙"), ("甲", "乙\n丙"), ("　", "甲"),
    ("甲", "，"), ("甲\u{2028}乙", "丙"), ("甲", "甲　"),
  ])
  func `are refused where they are no words of a table`(from: String, to: String) throws {
    guard case .failure = try alias(from, to) else {
      Issue.record("took \(from) for \(to)")
      return
    }
    #expect(try bench.archive.edits(["alias"]).isEmpty)
  }
}
