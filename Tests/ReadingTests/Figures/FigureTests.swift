// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Reading
import Testing

@Suite struct `Figures` {
  /// A sentence with the rows of its figures.
  struct Case: CustomTestStringConvertible, Sendable {
    var sentence: String
    var rows: [[String]]
    var testDescription: String { sentence }
  }

  static let cases: [Case] = FigureCorpus.rows("figures").reduce(into: []) { cases, row in
    if row[0] == "+" {
      cases[cases.count - 1].rows.append(row)
    } else {
      cases.append(Case(sentence: row[0], rows: [row]))
    }
  }

  @Test(arguments: cases)
  func `are named, timed and told apart by aspect`(_ expected: Case) {
    let isTask = expected.sentence.hasPrefix("T:")
    let sentence = isTask ? String(expected.sentence.dropFirst(2)) : expected.sentence
    let found = FigureCorpus.figures(sentence, isTask: isTask).map { figure in
      [
        figure.indicator, figure.quantity.value.map { "\($0)" } ?? "", figure.quantity.unit,
        figure.aspect.rawValue,
        figure.period?.rawValue ?? "", figure.comparedTo?.rawValue ?? "",
      ]
    }
    let wanted = expected.rows.map { row in (1...6).map { $0 < row.count ? row[$0] : "" } }
    #expect(found == wanted)
  }

  @Test(arguments: FigureCorpus.rows("not-figures").map { $0[0] })
  func `are not made of names, dates, idioms and counts of tasks`(_ sentence: String) {
    #expect(FigureCorpus.figures(sentence).map(\.excerpt.text) == [])
  }

  @Test func `quote the shortest stretch with number, name and verb`() {
    let quotes = FigureCorpus.figures("会议指出，全市新增街道长者服务中心25个，覆盖率达65%。").map(\.excerpt.text)
    #expect(quotes == ["新增街道长者服务中心25个", "覆盖率达65%"])
  }

  @Test func `of a table take their time from the head of the column`() {
    let rows = "指标名称　2022年完成　2023年目标\n加装电梯　356部　400部"
    let figures = FigureCorpus.figures(rows)
    #expect(figures.map(\.indicator) == ["加装电梯", "加装电梯"])
    #expect(figures.map(\.aspect) == [.level, .target])
    #expect(figures.map(\.period?.rawValue) == ["2022", "2023"])
  }

  @Test func `of a text without a meeting take their time from the text alone`() {
    let text = CleanText(ScalarText(utf8: Array("2022年出生人口956万人。死亡率7.37‰。".utf8)))
    let figures = FigureParser(vocabulary: FigureCorpus.vocabulary).figures(
      in: text.paragraphs, of: text, nil, [])
    #expect(figures.map(\.period?.rawValue) == ["2022", "2022"])
  }

  @Test func `without a number that can be held say so by having no value`() {
    let figure = FigureCorpus.figures("数据库记录\(String(repeating: "9", count: 50))条").first
    #expect(figure?.quantity.unit == "条")
    #expect(figure?.quantity.value == nil)
  }

  @Test func `of a list that compares with earlier years are results, whoever seems to ask for it`() {
    let item = { (text: String) in
      OtherList.Item(
        rank: 1, marker: "一是", head: "",
        excerpt: Excerpt(text: text, span: Span(start: 0, end: 9), paragraph: 1))
    }
    let list = { (text: String) in OtherList(about: .meetingRequirements, by: nil, items: [item(text)]) }
    let parser = FigureParser(vocabulary: FigureCorpus.vocabulary)
    #expect(parser.calls([], [list("占比达到46.8%，较2020年提升7.5个百分点。")]).isEmpty)
    #expect(parser.calls([], [list("确保占比达到46.8%。")]).count == 1)
  }
}
