// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

/// Reports of one meeting in several papers, as short as they can be.
private enum Papers {
  static func report(
    _ tasks: [String], _ figures: String, by paper: String = "省民政厅网站", on day: Int = 8
  ) -> String {
    let marks = ["一是", "二是", "三是", "四是", "五是"]
    let list = zip(marks, tasks).map { $0 + $1 }.joined(separator: "；")
    return """
      全省民政工作会议召开
      2024年3月\(day)日，瀚海省民政工作会议召开。会议总结2023年工作，部署2024年工作。
      会议指出，2023年，\(figures)。
      会议要求，2024年要抓好以下工作：\(list)。
      （来源：\(paper)）

      """
  }

  static let tasks = ["健全社会救助体系", "发展养老服务", "加强儿童关爱保护"]
  static let full = report(tasks, "全省养老床位达到41.9万张，建成老年助餐点1143个，救助流浪乞讨人员2.1万人次")
  static let other = report(tasks, "全省养老床位达到41.3万张，建成老年助餐点1143个", by: "瀚海日报")
  static let more = report(tasks, "建成老年助餐点1143个，新增社会工作者3200名", by: "瀚海晚报")
  static let same = report(tasks, "全省养老床位达到41.9万张，建成老年助餐点1143个", by: "瀚海晨报")
}

@Suite struct `Several reports of one meeting` {
  @Test func `are a source where nothing new follows, and nothing is corrected`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.full)])
    #expect(try bench.arrive([("b.txt", Papers.same)]) == Tally(sources: 1))
    #expect(try bench.values("MESSAGE", of: "source") == ["补充来源 瀚海省民政2024：第2份报道（b.txt），结论不变"])
    #expect(try bench.archive.awaitedCorrections().isEmpty)
  }

  @Test func `are corrected once, when further sources have been awaited`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.full)])
    _ = try bench.arrive([("b.txt", Papers.more)])
    _ = try bench.arrive([("c.txt", Papers.more + "（转载）\n")])
    #expect(try bench.values("MESSAGE", of: "source").first?.contains("另有数字1项，稍后更正") == true)
    #expect(try bench.entries("correction").isEmpty)
    try bench.pipeline.correct(bench.archive.awaitedCorrections())
    let correction = try #require(try bench.entries("correction").first)
    #expect(correction["MINUTED_SUPERSEDES"] == (try bench.values("MINUTED_DIGEST_ID", of: "digest").first))
    #expect(correction["MESSAGE"]?.contains("合并3份报道") == true)
    #expect(correction["MESSAGE"]?.contains("另有数字1项") == true)
    #expect(correction.fields.filter { $0.name == "MINUTED_FILE" }.count == 3)
    try bench.pipeline.correct(bench.archive.awaitedCorrections())
    #expect(try bench.entries("correction").count == 1)
  }

  @Test func `that only reprint each other are laid together as one`() throws {
    let bench = try Bench()
    _ = try bench.arrive((0..<20).map { ("\($0).txt", Papers.full + "（第\($0)次转载）\n") })
    _ = try bench.arrive([("other.txt", Papers.more)])
    let key = try #require(try bench.archive.awaitedCorrections().first)
    #expect(try bench.archive.accounts(of: key).count == 2)
    #expect(try bench.archive.record(key)?.documents.count == 21)
  }

  @Test func `count beside the fullest where a person has put them right, until that is taken back`() throws {
    let bench = try Bench()
    _ = try bench.arrive(
      (1...18).map { ("\($0).txt", Papers.report(Papers.tasks, "建成老年助餐点\(1100 + $0)个")) })
    let record = try #require(try bench.archive.records(prefix: "990000/").first)
    let key = MeetingKey(id: record.meeting.id, provenance: record.provenance)
    let fullest = Set(try bench.archive.accounts(of: key).map(\.document.sha256))
    #expect(fullest.count == 16)
    let other = try #require(record.documents.first { !fullest.contains($0.sha256) })
    let mark = Mark(subject: .meeting, words: "", span: Span(start: 0, end: 1), name: "")
    let amendment = Amendment(
      document: other.sha256, part: 1, mark: mark, field: .date, before: nil, after: "2024-03-08")
    let edit = try bench.archive.keep(Correcting.edit())
    try bench.archive.keep([amendment], of: edit)
    #expect(try bench.archive.accounts(of: key).count == 17)
    try bench.archive.undo(edit, by: edit)
    #expect(try bench.archive.accounts(of: key).count == 16)
  }

  @Test func `that contradict each other are both quoted, whichever came first`() throws {
    var ids: Set<String> = []
    for order in [["a.txt", "b.txt"], ["b.txt", "a.txt"]] {
      let bench = try Bench()
      for name in order { _ = try bench.arrive([(name, name == "a.txt" ? Papers.full : Papers.other)]) }
      let conflict = try #require(try bench.entries("conflict").first)
      #expect(conflict["MINUTED_SUBJECT"] == "figure")
      #expect(conflict["MINUTED_VALUE_FROM"] == "419000")
      #expect(conflict["MINUTED_VALUE_TO"] == "413000")
      #expect(conflict["MINUTED_FILE"] == "b.txt")
      #expect(conflict["MINUTED_BASELINE_FILE"] == "a.txt")
      #expect(conflict["MINUTED_QUOTE_FROM"]?.contains("41.9万张") == true)
      #expect(conflict["MINUTED_QUOTE_TO"]?.contains("41.3万张") == true)
      ids.insert(conflict.id)
    }
    #expect(ids.count == 1)
  }

  @Test func `do not contradict each other by rounding or by silence`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.report(Papers.tasks, "建成老年助餐点11430个，救助困难群众23451人次"))])
    _ = try bench.arrive([("b.txt", Papers.report(Papers.tasks, "建成老年助餐点1.1万个"))])
    #expect(try bench.entries("conflict").isEmpty)
  }

  @Test func `that set the tasks in another order contradict each other`() throws {
    let bench = try Bench()
    let tasks = Papers.tasks + ["深化殡葬改革", "优化婚姻登记服务"]
    let turned = ["优化婚姻登记服务"] + tasks.dropLast()
    _ = try bench.arrive([("a.txt", Papers.report(tasks, "建成老年助餐点1143个，救助困难群众23451人次"))])
    _ = try bench.arrive([("b.txt", Papers.report(turned, "建成老年助餐点1143个"))])
    let conflict = try #require(try bench.entries("conflict").first)
    #expect(conflict["MINUTED_SUBJECT"] == "priority")
    #expect([conflict["MINUTED_RANK_FROM"], conflict["MINUTED_RANK_TO"]] == ["5", "1"])
  }

  @Test func `that come together make one digest of all, and each file has one outcome`() throws {
    let bench = try Bench()
    #expect(
      try bench.arrive([("b.txt", Papers.more), ("a.txt", Papers.full)]) == Tally(digests: 1, sources: 1))
    let digest = try #require(try bench.entries("digest").first)
    #expect(digest.fields.filter { $0.name == "MINUTED_FILE" }.map(\.value) == ["a.txt"])
    #expect(try bench.archive.meetings().map(\.documents) == [2])
    let record = try #require(try bench.archive.records(prefix: "990000/").first)
    #expect(record.meeting.figures.map(\.indicator).contains { $0.contains("社会工作者") })
    #expect(try bench.archive.awaitedCorrections().isEmpty)
  }

  @Test func `name the report that each quotation stands in`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("old.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    _ = try bench.arrive([("b.txt", Papers.more), ("a.txt", Papers.full)])
    for change in try bench.entries("change") {
      guard let file = change["MINUTED_FILE"], let quote = change["MINUTED_QUOTE_TO"] else { continue }
      let text = file == "a.txt" ? Papers.full : Papers.more
      #expect(text.contains(quote), "\(file): \(quote)")
    }
  }
}

@Suite struct `A later version of a file` {
  private let second = Papers.full.replacing("41.9万张", with: "41.3万张")

  @Test func `takes the place of the earlier one, says what changed and corrects the digest`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.full)])
    #expect(try bench.arrive([("a.txt", second)]) == Tally(sources: 1))
    let source = try #require(try bench.entries("source").first)
    #expect(source["MINUTED_REASON"] == "revision")
    #expect(source["MESSAGE"]?.contains("改养老床位41.9万→41.3万张") == true, "\(source["MESSAGE"] ?? "")")
    #expect(try bench.entries("conflict").isEmpty)
    try bench.pipeline.correct(bench.archive.awaitedCorrections())
    #expect(try bench.entries("correction").count == 1)
    #expect(try bench.archive.meetings().map(\.documents) == [1])
  }

  @Test func `that differs in a credit line changes nothing`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.full)])
    _ = try bench.arrive([("a.txt", Papers.full + "（责任编辑：某某）\n")])
    #expect(try bench.values("MESSAGE", of: "source").first?.hasSuffix("任务和数字不变；结论不变") == true)
    #expect(try bench.archive.awaitedCorrections().isEmpty)
  }

  @Test func `that dates the meeting otherwise withdraws the digest of the wrong day`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.full)])
    let right = Papers.full.replacing("3月8日", with: "3月18日")
    #expect(try bench.arrive([("a.txt", right)]) == Tally(digests: 1))
    let retraction = try #require(try bench.entries("retraction").first)
    #expect(retraction["MINUTED_SUPERSEDES"] == (try bench.values("MINUTED_DIGEST_ID", of: "digest").first))
    #expect(retraction["MINUTED_MEETING_ID"] == "990000/民政工作会议/2024-03-08")
    #expect(try bench.archive.meetings().map(\.id) == ["990000/民政工作会议/2024-03-18"])
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none", "none"])
  }

  @Test func `is another report where the name was only used again`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("report.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    _ = try bench.arrive([("report.txt", Papers.full)])
    #expect(try bench.entries("retraction").isEmpty)
    #expect(try bench.archive.meetings().count == 2)
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none", "previous"])
  }

  @Test func `leaves a version that also lies under another name in force`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", Papers.full)])
    _ = try bench.arrive([("copy.txt", Papers.full)])
    _ = try bench.arrive([("a.txt", second)])
    #expect(try bench.archive.meetings().map(\.documents) == [2])
    #expect(try bench.entries("conflict").count == 1)
  }
}
