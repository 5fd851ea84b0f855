// SPDX-License-Identifier: Apache-2.0
import Diff
import FoundationEssentials
import Minutes
import Testing
import TestKit

@testable import Digest

@Suite struct `What a digest says first` {
  @Test func `no change at all is said`() throws {
    let record = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    var next = record
    next.meeting.date = MeetingDate(year: 2024, month: 3, day: 9)
    let digest = Example.digest(next, Baselines(previous: record))
    #expect(digest.isUnchanged)
    #expect(DigestText.text(digest).split(separator: "\n")[0].hasSuffix("无实质变化"))
    #expect(JournalEntries.make(digest)[0]["MINUTED_UNCHANGED"] == "1")
  }

  @Test func `a meeting without a comparable one is a record`() throws {
    let digest = Example.digest(
      try GoldMeetings.record("2023-00-00-guangxi-minzhengxuanchuan", provenance: .report), Baselines())
    let first = DigestText.text(digest).split(separator: "\n")[0]
    #expect(first == "广西民政宣传2023（首次收录，无可比会议）：5项任务；未与其他会议比较")
    #expect(JournalEntries.make(digest).map { $0["MINUTED_RELATION"] } == ["none"])
  }

  @Test(arguments: [(Provenance.invented, "｜虚构，仅供演示"), (.paraphrase, "｜改写文本")])
  func `line 2 ends in where the text comes from`(_ provenance: Provenance, _ words: String) throws {
    let line = DigestText.text(try Example.peersOnly(provenance)).split(separator: "\n")[1]
    #expect(line.hasSuffix(words))
  }

  @Test func `a short text's silence is 未提及 and 待核`() throws {
    let before = try GoldMeetings.record("2023-02-24-hanhai-minzheng")
    var notice = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    notice.meeting.priorities.removeLast(6)
    notice.meeting.paragraphs.removeLast(notice.meeting.paragraphs.count - 4)
    let text = DigestText.whole(Example.digest(notice, Baselines(previous: before)))
    #expect(text.contains("未提及"))
    #expect(text.contains("待核"))
    #expect(!text.contains("\n  不再提") && !text.contains("未交代"))
    let story = text.split(separator: "\n")[0]
    #expect(story.contains("项未提及，篇幅为上次") && story.hasSuffix("待核"))
  }

  @Test func `a report without tasks is not told task by task`() throws {
    var notice = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    notice.meeting.priorities = []
    let before = try GoldMeetings.record("2023-02-24-hanhai-minzheng")
    let text = DigestText.whole(Example.digest(notice, Baselines(previous: before)))
    #expect(text.contains("重点 0项（上年10项）：报道未列任务"))
    #expect(!text.contains("\n  不再提") && !text.contains("护佑儿童成长"))
  }

  @Test func `a report that lost its numbers leaves no target unanswered for sure`() throws {
    var report = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    report.meeting.figures.removeLast(report.meeting.figures.count - 2)
    let before = try GoldMeetings.record("2023-02-24-hanhai-minzheng")
    let digest = Example.digest(report, Baselines(previous: before))
    let silent = digest.changes.filter { $0.kind == .unreported || $0.kind == .figureGone }
    #expect(!silent.isEmpty && silent.allSatisfy { $0.confidence == .low })
    let text = DigestText.whole(digest)
    #expect(!text.contains("未交代") && !text.contains("未再列出"))
  }

  @Test func `beside another place nothing is new, gone or left`() throws {
    let here = try GoldMeetings.record("2023-02-21-shenzhen-minzheng")
    let there = try GoldMeetings.record("2023-02-15-shanghai-minzheng")
    let text = DigestText.whole(Example.digest(here, Baselines(chosen: there)))
    #expect(text.contains("：本次有") && text.contains("\n  本次有 1 "))
    for word in ["新增", "不再提", "前移", "出席", "待核"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `of four peers it is told how many have a task`() throws {
    let names = [
      "2023-02-10-zhejiang-minzheng", "2023-02-15-shanghai-minzheng", "2023-02-21-shenzhen-minzheng",
      "2023-03-07-guangzhou-minzheng",
    ]
    let peers = try names.map { try GoldMeetings.record($0) }
    let own = try GoldMeetings.record("2023-03-17-jiangsu-minzheng")
    let text = DigestText.whole(Example.digest(own, Baselines(peers: peers)))
    #expect(text.split(separator: "\n")[3].split(separator: " ").last == "4/4家有")
    #expect(!text.contains("规格"))
  }

  @Test func `a fraction is printed as reports print it`() {
    var share = Quantity(value: Decimal(string: "0.6667"), unit: "", dimension: .percent, qualifier: .atLeast)
    #expect(
      Amounts.text(share) == "三分之二以上" && EnglishAmounts(words: Example.english).text(share) == "at least 2/3")
    share.value = Decimal(string: "0.25")
    #expect(Amounts.plain(share) == "0.25")
  }

  @Test func `what is missing of the date and place is said`() throws {
    var record = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    record.meeting.jurisdiction = nil
    record.meeting.date = nil
    let text = DigestText.text(Example.digest(record, Baselines()))
    #expect(text.contains("辖区不明"))
    #expect(text.contains("日期不明"))
  }

  @Test func `two texts side by side say nothing of the archive`() throws {
    let (before, after) = (
      try GoldMeetings.record("2023-02-24-hanhai-minzheng"),
      try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    )
    var digest = Example.digest(after, Baselines(previous: before))
    #expect(DigestText.whole(digest).contains("馆藏无"))
    digest.isFromArchive = false
    #expect(!DigestText.whole(digest).contains("馆藏"))
    #expect(!DigestText.text(digest).contains("minutectl digest"))
    var beside = try Example.peersOnly()
    beside.isFromArchive = false
    #expect(!DigestText.whole(beside).contains("收录"))
  }

  @Test func `a superior's report without tasks is said to have none`() throws {
    var superior = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    superior.meeting.priorities = []
    let digest = Example.digest(
      try GoldMeetings.record("2024-04-12-lanpu-minzheng"), Baselines(superiors: [superior]))
    let text = DigestText.text(digest)
    #expect(text.contains("报道未列任务，不论承接"))
    #expect(!text.contains("0项"))
    #expect(!text.contains("无实质变化"))
  }

  @Test func `a first report beside a peer is a record, not a lack of change`() throws {
    let digest = Example.digest(
      try GoldMeetings.record("2023-02-21-shenzhen-minzheng", provenance: .report),
      Baselines(peers: try Example.records("2023-02-10-zhejiang-minzheng", provenance: .report)))
    #expect(!digest.isUnchanged)
    #expect(!DigestText.text(digest).contains("无实质变化"))
  }
}
