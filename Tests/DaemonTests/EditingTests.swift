// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Diff
import Digest
import Foundation
import Lexicon
import Minutes
import TestKit
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
  func changeFigure(_ words: String, of id: String, _ field: Amendment.Field, _ text: String) throws
    -> Editor.Done
  {
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

  @Test func `leaves the digest of before in force, in whatever order it is taken back`() throws {
    let before = try #require(try desk.told(Correcting.middle))
    let first = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "0.1243万")
    try desk.change(Correcting.middle, [(.rank, "1")], .priority, number: 2, words: task(2), at: 2)
    let second = try #require(try desk.archive.edits(["correct"]).last)
    _ = try desk.undo(first.edit, at: 3)
    let done = try desk.undo(second.id, at: 4)
    #expect(try desk.told(Correcting.middle) == before)
    #expect(done.restored.contains(before) && done.withdrawn == done.restored.count)
    let listed = try desk.archive.meetings().first { $0.id == Correcting.middle }
    #expect(listed?.digestID == before)
    try desk.change(Correcting.middle, [(.head, "新题")], .priority, number: 3, words: task(3), at: 5)
    let corrections = try desk.bench.entries("correction").filter {
      $0["MINUTED_MEETING_ID"] == Correcting.middle && $0.id.hasSuffix("-00")
    }
    #expect(corrections.last?["MINUTED_SUPERSEDES"] == before)
  }

  private func task(_ rank: Int) throws -> String {
    try #require(try desk.record(Correcting.middle)?.meeting.priorities.first { $0.rank == rank }).head
  }

  @Test func `goes back to what another edit made of it, and says so`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1200")
    let later = try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1300")
    _ = try desk.change(Correcting.middle, [(.rank, "1")], .priority, number: 2, words: task(2), at: 2)
    _ = try desk.undo(later.edit, at: 3)
    let message = try #require(try desk.bench.entries("correction").last { $0.id.hasSuffix("-00") }?["MESSAGE"])
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
    ) throws
      -> String?
    {
      let wanted = WantedEdit(
        key: MeetingKey(id: Correcting.middle, provenance: .invented), subject: subject, number: 1,
        words: words,
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
    #expect(
      try refusal([(.value, "1")], .figure, "别的话") == "figure 1 of \(Correcting.middle) is not what it was")
    #expect(try refusal([(.date, "2024-03-08")]) == "this is so already")
    #expect(try desk.archive.edits(["correct"]).isEmpty)
  }
}

@Suite struct `What was put right and other rules` {
  private let desk: Correcting

  init() throws { desk = try Correcting() }

  /// Reads everything again by the rules of a setup.
  private func readAgain(by setup: Setup) throws {
    let pipeline = Pipeline(setup: setup, archive: desk.archive, state: desk.bench.state)
    var rereading = try Rereading(archive: desk.archive, pipeline: pipeline)
    let extractions = Extractions(loop: EventLoop(), extractor: setup.extractor, most: 1)
    while rereading.left > 0 { try rereading.advance(extractions) }
  }

  /// The setup of the bench with one table more.
  private func setup(_ table: String, _ rows: String) throws -> Setup {
    let folder = desk.bench.folder.appending(path: "words-\(rows.hashValue)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(rows.utf8).write(to: folder.appending(path: "\(table).tsv"))
    let example = Repository.root.appending(path: "seeds/lexicon").path
    return try desk.bench.reconfigured("LexiconPath=\(example)\nLexiconPath=\(folder.path)")
  }

  @Test func `stays when all is read again, and nothing is said where the text is read as before`() throws {
    try desk.change(Correcting.middle, [(.date, "2024-03-09")])
    try desk.changeFigure("达到53%", of: "990000/民政工作会议/2024-03-09", .value, "54")
    let meetings = try desk.archive.meetings().map(\.id)
    let figures = try desk.record("990000/民政工作会议/2024-03-09")?.meeting.figures
    try readAgain(by: try setup("surnames", "某\n"))
    #expect(try desk.archive.meetings().map(\.id) == meetings)
    #expect(try desk.record("990000/民政工作会议/2024-03-09")?.meeting.figures == figures)
    #expect(try desk.bench.entries("conflict").isEmpty)
  }

  @Test func `is told where the rules come to read it otherwise, once, and stands`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .unit, "处")
    // From now on 个 is recorded as 座.
    let other = try setup("units", "个\tcount\t座\n")
    try readAgain(by: other)
    let told = try desk.bench.entries("conflict")
    #expect(told.count == 1)
    #expect(told.first?["MINUTED_REASON"] == "amended-differs")
    #expect(told.first?["MESSAGE"]?.contains("现在读作：座") == true)
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.unit == "处")
    try readAgain(by: try setup("surnames", "某\n"))
    try readAgain(by: other)
    #expect(try desk.bench.entries("conflict").count == 1)
  }

  @Test func `is told where the rules have learnt it themselves`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .unit, "座")
    try readAgain(by: try setup("units", "个\tcount\t座\n"))
    #expect(try desk.bench.values("MINUTED_REASON", of: "conflict") == ["amended-agrees"])
    let told = try desk.bench.values("MESSAGE", of: "conflict")[0]
    #expect(told.hasPrefix("来源相符 ") && told.contains("现在也读作：座"))
    #expect(told.contains("更正仍有效，要取消：minutectl correct --undo 1 --reason"))
  }

  @Test func `is told where the words are found no more`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    try readAgain(by: try desk.bench.reconfigured(""))
    #expect(try desk.bench.values("MINUTED_REASON", of: "conflict") == ["amended-lost"])
    #expect(try desk.archive.amendments(ofEdit: 1).map(\.standing) == [.lost])
    // What knows the example places again finds it again.
    try readAgain(by: desk.bench.setup)
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1243)
    #expect(try desk.archive.amendments(ofEdit: 1).map(\.standing) == [.holds])
  }
}

@Suite struct `What was put right in a file that gets a new version` {
  @Test func `is told to be in the old one alone`() throws {
    let desk = try Correcting()
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    let report = try Correcting.reports[1]
    _ = try desk.bench.arrive([(report.name, report.text + "（第二版）\n")])
    let told = try #require(try desk.bench.entries("conflict").first { $0["MINUTED_REASON"] != nil })
    #expect(told["MINUTED_REASON"] == "amended-superseded")
    let lines = (told["MESSAGE"] ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("更正说：“") && lines[1].contains("由1143改为1243（root，"))
    #expect(lines[2] == "新版本读作：1143")
    #expect(
      lines[3]
        == "以新版本为准；仍要照更正来：minutectl correct \(Correcting.middle)/figure:N --value 1243 --reason …")
    #expect(told["MINUTED_VALUE_FROM"] == "1143" && told["MINUTED_VALUE_TO"] == "1243")
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1143)
  }
}

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

  @Test func `does not come back under the day that was put right, whatever was put right there since`() throws {
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
}

@Suite struct `A meeting whose digest a person has withdrawn` {
  @Test func `is not told anew by a reprint, which says why`() throws {
    let desk = try Correcting()
    let key = MeetingKey(id: Correcting.middle, provenance: .invented)
    let digest = try #require(try desk.told(Correcting.middle))
    var edit = Correcting.edit("数字有误", at: 5)
    (edit.verb, edit.target) = ("retract", digest)
    let number = try desk.archive.keep(edit)
    try desk.archive.set(retracted: true, [digest], of: key)
    let again = try Correcting.reports[1].text + "（转载）\n"
    #expect(try desk.bench.arrive([("again.txt", again)]) == Tally(sources: 1))
    let source = try #require(try desk.bench.entries("source").first)
    #expect(source["MINUTED_REASON"] == "retracted")
    #expect(source["MESSAGE"]?.contains("已人工撤回（数字有误）") == true)
    #expect(source["MESSAGE"]?.contains("minutectl retract --undo \(digest.prefix(8))") == true)
    #expect(try desk.told(Correcting.middle) == nil)
    // Taken back, it holds again, and so does all that is said of later reports.
    try desk.archive.undo(number, by: number)
    try desk.archive.set(retracted: false, [digest], of: key)
    #expect(try desk.bench.arrive([("third.txt", again + "（再转载）\n")]) == Tally(sources: 1))
    #expect(try desk.bench.values("MINUTED_REASON", of: "source") == ["retracted"])
  }
}

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
    _ = try withdraw()
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

  @Test func `is put right in nothing until it comes back`() throws {
    let edit = try withdraw().edit
    let wanted = WantedEdit(
      key: key, subject: .meeting, number: 0, words: "", changes: [(.date, "2024-03-09")])
    guard case .failure(let refusal) = try Editor(desk.bench.pipeline).correct(wanted, as: Correcting.edit())
    else {
      Issue.record("a withdrawn meeting was corrected")
      return
    }
    #expect(refusal.hint == "take that back first: minutectl withdraw --undo \(edit)")
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
