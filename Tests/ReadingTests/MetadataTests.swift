// SPDX-License-Identifier: Apache-2.0

import Minutes
import Reading
import TestKit
import Testing

/// Reads a text whose first line may be a headline, marked by #.
private func read(_ text: String, named file: String = "report.txt") -> Report {
  Reader(vocabulary: BaseLexicon.vocabulary).read(Array(text.utf8), named: file, CharacterTables())
}

@Suite struct `The metadata of a meeting` {
  @Test(arguments: CorpusTable.rows(of: "meetings.tsv", columns: 6))
  func `say what it is and when`(row: [String]) {
    let report = read(row[5])
    guard row[0] != "-" else {
      #expect(report.meetings.isEmpty)
      return
    }
    let meeting = report.meetings.first
    #expect(report.meetings.count == 1)
    #expect(meeting?.kind == row[0])
    #expect(meeting?.category == row[1])
    #expect(meeting?.sector ?? "" == row[2])
    #expect(meeting?.date?.description == row[3])
    #expect(meeting?.dateInferred == (row[4] == "y"))
  }

  @Test(arguments: CorpusTable.rows(of: "officials.tsv", columns: 2))
  func `name who took part`(row: [String]) {
    let report = read("# 全市民政工作会议召开\n2023年3月1日，全市民政工作会议召开。\(row[1])")
    let found = report.meetings.flatMap(\.officials).map { "\($0.name)/\($0.role)/\($0.part)" }
    #expect(found.joined(separator: "；") == (row[0] == "-" ? "" : row[0]))
  }

  @Test func `take the year from the file's name last`() {
    let text = "# 全市民政工作会议召开\n3月1日，全市民政工作会议召开。"
    #expect(read(text).meetings.first?.date == nil)
    #expect(read(text, named: "2022/云岫.txt").meetings.first?.date?.year == 2022)
  }

  @Test func `tell the halves of a year that are looked back on and planned`() {
    let meeting = read(
      "# 全市民政系统半年工作会议召开\n2024年7月18日，全市民政系统半年工作会议召开，总结上半年工作，安排部署下半年重点任务。"
    ).meetings.first
    #expect(meeting?.reviewPeriods.map(\.rawValue) == ["2024-H1"])
    #expect(meeting?.planPeriods.map(\.rawValue) == ["2024-H2"])
  }

  @Test func `take this year's results for what a meeting within the year looks back on`() {
    let meeting = read(
      "# 全旗民政工作推进会召开\n2021年6月8日，全旗民政工作推进会召开。会议通报，今年以来，全旗新增床位90张。下半年，要抓好养老。"
    ).meetings.first
    #expect(meeting?.reviewPeriods.map(\.rawValue) == ["2021"])
    #expect(meeting?.planPeriods.map(\.rawValue) == ["2021"])
  }

  @Test func `tell a year looked back on by a heading without 年`() {
    let meeting = read(
      "# 全市民政工作会议召开\n2025年2月18日，全市民政工作会议召开。\n▍回眸2024：答卷有分量\n养老床位达到3100张。"
    ).meetings.first
    #expect(meeting?.reviewPeriods.map(\.rawValue) == ["2024"])
  }

  @Test(arguments: [
    ("新华社杭州1月31日电（记者 云川）浙江省民政工作会议31日在杭州召开。", "新华社"),
    ("云岫日报讯 2月22日，全市民政工作会议召开。", "云岫日报"),
    ("本报讯（记者 云川）2月22日，全市民政工作会议召开。", nil),
    ("原创 民政局 云岫民政 2024-02-05 18:30 发表于湖南\n2月5日，全市民政工作会议召开。", "云岫民政"),
    ("云岫日报客户端 | 记者 云川\n2024-01-30 16:45\n1月30日，全市民政工作会议召开。", "云岫日报"),
  ])
  func `name the medium that a report opens with`(text: String, publisher: String?) {
    #expect(read("# 全市民政工作会议召开\n\(text)").publisher == publisher)
  }

  @Test func `take no day that the reader's clock gave the page`() {
    let page = "今天是 2023年04月11日 星期二\n# 全县民政工作会议召开\n发布日期：2023-04-10 来源：云岫发布\n4月7日，全县民政工作会议召开。"
    #expect(read(page).published?.description == "2023-04-10")
  }

  @Test func `tell the years looked back on and planned`() {
    let text = "2023年3月1日，全省民政工作会议召开，总结党的十九大以来的工作，部署2023年任务。\n2022年，全省救助9万人次。"
    let meeting = read(text).meetings.first
    #expect(meeting?.planPeriods == [Period(year: 2023)])
    #expect(meeting?.reviewPeriods == [Period(from: 2017, to: 2022), Period(year: 2022)])
  }
}
