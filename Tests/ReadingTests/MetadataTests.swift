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

  @Test func `tell the years looked back on and planned`() {
    let text = "2023年3月1日，全省民政工作会议召开，总结党的十九大以来的工作，部署2023年任务。\n2022年，全省救助9万人次。"
    let meeting = read(text).meetings.first
    #expect(meeting?.planPeriods == [Period(year: 2023)])
    #expect(meeting?.reviewPeriods == [Period(from: 2017, to: 2022), Period(year: 2022)])
  }
}
