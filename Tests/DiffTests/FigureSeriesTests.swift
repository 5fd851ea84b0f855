// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing

@Suite struct `The figures of two names that are one indicator's` {
  /// The words in force, with names that a person has said to be one.
  private func words(_ aliases: (word: String, standard: String)...) -> ComparingWords {
    ComparingWords(indicators: Corpus.indicators + aliases, changes: Corpus.changes)
  }

  private func told(
    _ name: String, in meetings: [(year: Int, figures: [(name: String, value: String)])],
    _ words: ComparingWords
  ) -> [String] {
    let meetings = meetings.map { year, figures in
      Corpus.meeting(year, figures: figures.map { Corpus.figure($0.name, $0.value, "张", "\(year - 1)") })
    }
    return FigureSeries.all(in: meetings, named: name, words: words).flatMap { series in
      series.results.map { "\($0.period.rawValue) \($0.figure.quantity.value ?? 0)" }
    }
  }

  private let years: [(year: Int, figures: [(name: String, value: String)])] = [
    (2022, [("照护位", "100")]), (2023, [("机构照护位", "120")]), (2024, [("照护位", "150")]),
  ]

  @Test(arguments: ["照护位", "机构照护位"])
  func `stand in one row, though the one name is a part of the other`(_ name: String) {
    #expect(told(name, in: years, words(("照护位", "机构照护位"))) == ["2021 100", "2022 120", "2023 150"])
    #expect(told(name, in: years, words(("机构照护位", "照护位"))) == ["2021 100", "2022 120", "2023 150"])
  }

  @Test(arguments: ["助餐点", "长者食堂", "老年餐厅"])
  func `stand in one row with the third that one of them was joined with`(_ name: String) {
    let words = words(("助餐点", "长者食堂"), ("长者食堂", "老年餐厅"))
    let years: [(year: Int, figures: [(name: String, value: String)])] = [
      (2022, [("助餐点", "1")]), (2023, [("长者食堂", "2")]), (2024, [("老年餐厅", "3")]),
    ]
    #expect(told(name, in: years, words) == ["2021 1", "2022 2", "2023 3"])
  }

  /// 养老服务床位 is 养老床位 by the table, which need not know what a person says of the latter.
  @Test func `bring along what the table says of either`() {
    let years: [(year: Int, figures: [(name: String, value: String)])] = [
      (2022, [("养老服务床位", "1")]), (2023, [("养老床位总数", "2")]), (2024, [("照护铺位", "3")]),
    ]
    for words in [words(("养老床位", "照护铺位")), words(("照护铺位", "养老床位总数"))] {
      for name in ["养老床位", "养老服务床位", "照护铺位"] {
        #expect(told(name, in: years, words) == ["2021 1", "2022 2", "2023 3"])
      }
    }
  }

  @Test func `end, though people elsewhere have said that each is the other`() {
    let words = words(("床位", "机构床位"), ("机构床位", "床位"))
    #expect(!told("床位", in: [(2024, [("床位", "3")])], words).isEmpty)
  }

  @Test func `end, though each name is many times the other`() {
    let words = words(
      ("甲", String(repeating: "乙", count: 66)), ("乙", String(repeating: "甲", count: 66)))
    #expect(!told("床位", in: [(2024, [("床位", "3")])], words).isEmpty)
  }

  /// 总人口 and 人数 say nothing of what is counted, and stand for nothing by the table.
  @Test func `are not those of every name that stands for nothing`() {
    let words = words(("常住人口", "总人口"))
    let years: [(year: Int, figures: [(name: String, value: String)])] = [
      (2022, [("常住人口", "1")]), (2023, [("总人口", "2")]), (2024, [("人数", "3")]),
    ]
    #expect(told("常住人口", in: years, words) == ["2021 1", "2022 2"])
  }

  @Test func `are both told where one report tells both for one period`() {
    let years: [(year: Int, figures: [(name: String, value: String)])] = [
      (2023, [("照护位", "90"), ("机构照护位", "95"), ("照护位", "90")])
    ]
    #expect(told("照护位", in: years, words(("照护位", "机构照护位"))) == ["2022 95", "2022 90"])
  }

  @Test func `are a revision only where a later report tells neither of them`() {
    func meeting(_ year: Int, _ values: [String]) -> Meeting {
      Corpus.meeting(year, figures: values.map { Corpus.figure("照护位", $0, "张", "2022") })
    }
    let meetings = [meeting(2023, ["80", "95"]), meeting(2024, ["90", "95"])]
    let series = FigureSeries.all(in: meetings, named: "照护位", words: words()).first
    #expect(series?.results.map(\.figure.quantity.value) == [90, 95])
    #expect(series?.revised.map(\.figure.quantity.value) == [80])
  }
}
