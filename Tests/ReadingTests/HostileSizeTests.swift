// SPDX-License-Identifier: Apache-2.0
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
    let report = read(Self.opening + "全市新建食堂" + digits + "家。")
    #expect(report.meetings.count == 1)
    #expect(report.meetings.first?.figures.allSatisfy { $0.quantity.value == nil } == true)
  }

  @Test(arguments: ["（", "(", "“", "《", "（）", "一是（一）1."])
  func `with ten thousand nested brackets is a report`(_ bracket: String) {
    let nested = String(repeating: bracket, count: 10_000)
    #expect(read(Self.opening + nested + "养老床位14050张。").meetings.count == 1)
  }

  @Test func `of three thousand headlines is read`() {
    let page = String(repeating: "深圳市召开全市民政工作会议\n", count: 3_000)
    #expect(read(page).meetings.count <= 1)
  }
}
