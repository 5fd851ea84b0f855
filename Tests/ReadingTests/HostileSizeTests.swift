// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Reading
import TestKit
import Testing

/// Texts of sizes that no report has: what is promised is an answer. How fast it comes is measured in Benchmarks.
@Suite struct `A text of hostile size` {
  private static let opening = "2023年2月21日，深圳市民政局召开全市民政工作会议。"

  private func read(_ text: String) -> Report {
    Reader(vocabulary: BaseLexicon.vocabulary).read(Array(text.utf8), named: "", CharacterTables())
  }

  @Test func `in one line of a megabyte is read to its end`() {
    let clause = "各地各部门统筹推进，"
    let line = String(repeating: clause, count: 1_000_000 / clause.utf8.count)
    let report = read(Self.opening + line + "养老床位增至14050张。")
    #expect(report.meetings.count == 1)
    #expect(report.meetings.first?.figures.last?.excerpt.text == "养老床位增至14050张")
  }

  @Test func `with ten thousand items gives all of them`() {
    let items = String(repeating: "要加强养老服务。", count: 10_000)
    #expect(read(Self.opening + "会议部署2023年任务：" + items).meetings.first?.priorities.count == 10_000)
  }

  @Test func `with ten thousand numbered items counts to the last`() {
    let items = (1...10_000).map { "\($0).健全第\($0)类社会救助制度。\n" }.joined()
    let priorities = read(Self.opening + "会议部署2023年任务：\n" + items).meetings.first?.priorities ?? []
    #expect(priorities.map(\.rank) == Array(1...10_000))
    #expect(priorities.last?.marker == "10000." && priorities.last?.head == "健全第10000类社会救助制度")
  }

  @Test func `with ten thousand items that each hold a figure gives both`() {
    let items = (1...10_000).map { "\($0).新建养老床位\($0)张。\n" }.joined()
    let meeting = read(Self.opening + "会议部署2023年任务：\n" + items).meetings.first
    #expect(meeting?.priorities.count == 10_000)
    #expect(meeting?.figures.map(\.quantity.value) == (1...10_000).map { Decimal($0) })
  }

  @Test func `of one word a hundred thousand times gives its values their turn`() {
    let shared = String(repeating: "分别", count: 100_000)
    let figures = read(Self.opening + "低保金、救助金" + shared + "提高到1元、2元。").meetings.first?.figures
    #expect(figures?.map { String($0.excerpt.text.suffix(2)) } == ["1元", "2元"])
  }

  @Test func `of ten thousand values for one name gives all of them`() {
    let values = String(repeating: "1元、", count: 10_000)
    #expect(read(Self.opening + "低保金分别提高到" + values).meetings.first?.figures.count == 10_000)
  }

  @Test func `with ten thousand numbers a month keeps the rate of each`() {
    let items = String(repeating: "低保标准每人每月1元；", count: 10_000)
    let figures = read(Self.opening + items).meetings.first?.figures ?? []
    #expect(figures.count == 10_000 && figures.allSatisfy { $0.quantity.unit == "元/人·月" })
  }

  @Test(arguments: ["9", "九", "亿", "1,000,"])
  func `with a hundred thousand digits has no value for them`(_ digit: String) {
    let digits = String(repeating: digit, count: 100_000 / digit.count)
    let figures = read(Self.opening + "全市新建食堂" + digits + "家。全市新建食堂7家。").meetings.first?.figures ?? []
    #expect(figures.compactMap(\.quantity.value) == [7])
    #expect(figures.count <= 2 && figures.last?.indicator == "新建食堂")
  }

  @Test(arguments: ["（", "(", "“", "《", "（）", "一是（一）1."])
  func `with ten thousand nested brackets is read behind them`(_ bracket: String) {
    let nested = String(repeating: bracket, count: 10_000)
    let figures = read(Self.opening + nested + "。养老床位14050张。").meetings.first?.figures ?? []
    #expect(figures.map(\.indicator) == ["养老床位"] && figures.map(\.quantity.value) == [14050])
  }

  @Test func `of three thousand headlines names their meeting once and tells of none`() {
    let report = read(String(repeating: "深圳市召开全市民政工作会议\n", count: 3_000))
    #expect(report.meetings.isEmpty && report.reason == .navigation)
    #expect(report.mentions == ["深圳市召开全市民政工作会议"])
  }
}
