// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Minutes
import Reading
import TestKit
import Testing

/// The rows of a corpus file: its cells, with a name for the test's output.
private struct ListRow: Sendable, CustomTestStringConvertible {
  let cells: [String]

  var testDescription: String { cells[cells.count - 1] }

  /// The strings of a cell that holds several.
  func parts(_ cell: Int) -> [String] { cells[cell].split(separator: "|").map(String.init) }

  static func all(_ name: String, columns: Int) -> [ListRow] {
    let path = Repository.fixtures.appending(path: "corpus/\(name)")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      fatalError("\(path) cannot be read")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns else { fatalError("\(name): \(line)") }
      return ListRow(cells: cells)
    }
  }
}

/// The lists of a text, as those of a meeting of 2023 in which 郭明 spoke.
private func lists(
  in report: String, sector: String = "民政"
) -> (text: CleanText, priorities: [Priority], others: [OtherList]) {
  let text = CleanText(ScalarText(utf8: Array(report.utf8)))
  var frame = MeetingFrame(kind: "工作会议", category: "工作会议")
  frame.sector = sector
  frame.date = MeetingDate(year: 2023)
  frame.officials = [Official(name: "郭明", role: "副市长", part: "出席并讲话")]
  let found = ListParser(vocabulary: BaseLexicon.vocabulary)
    .lists(in: Article(title: nil, paragraphs: text.paragraphs), of: text, frame)
  return (text, found.priorities, found.others)
}

@Suite struct `Lists` {
  @Test(arguments: ListRow.all("lists.tsv", columns: 3))
  private func `are told apart, each with its heads`(row: ListRow) {
    let found = lists(in: row.cells[2].replacing("¶", with: "\n"))
    let heads = row.cells[0] == "tasks" ? row.parts(1) : []
    #expect(found.priorities.map(\.head) == heads)
    let others = found.others.map { ([$0.about.rawValue] + $0.items.map(\.head)).joined(separator: "|") }
    #expect(others == (["tasks", "none"].contains(row.cells[0]) ? [] : ["\(row.cells[0])|\(row.cells[1])"]))
  }

  @Test func `name the leader who asks, and nobody where the meeting does`() {
    #expect(lists(in: "郭明要求，一要提高站位；二要压实责任。").others.map(\.by) == ["郭明"])
    #expect(lists(in: "会议要求，一要提高站位；二要压实责任。").others.map(\.by) == [nil])
  }

  @Test func `name whom a pronoun means, and the one who speaks while he presides`() {
    #expect(lists(in: "郭明对民政工作给予高度评价。他强调，一要提高站位；二要压实责任。").others.map(\.by) == ["郭明"])
    #expect(lists(in: "郭明在主持会议时要求，各级要行动起来，一要提高站位；二要压实责任。").others.map(\.by) == ["郭明"])
    #expect(lists(in: "郭明出席会议。会议要求，一要提高站位；二要压实责任。").others.map(\.by) == [nil])
  }

  @Test func `end with the words below a last title`() {
    let found = lists(
      in: "2023年重点任务：\n（一）健全救助体系。提高标准。\n（二）发展养老服务。\n统筹推进居家养老和机构养老，新增养老床位2100张，建成服务中心八个。")
    #expect(found.priorities.last?.body.contains("2100张") == true)
  }

  @Test func `count from one in the order of the text`() {
    let found = lists(in: "2023年重点任务：一是健全救助体系；二是发展养老服务。")
    #expect(found.priorities.map(\.rank) == [1, 2])
    #expect(found.priorities.map(\.marker) == ["一是", "二是"])
  }

  @Test func `begin again where the count does`() {
    let found = lists(in: "会议要求：一要提高站位；二要压实责任。\n2023年重点任务：一要健全救助；二要发展养老。")
    #expect(found.priorities.count == 2)
    #expect(found.others.map(\.items.count) == [2])
  }

  @Test func `go on over a number that damage took`() {
    let found = lists(in: "2023年重点任务：一是健全救助；？是发展养老；三是保护儿童；四是规范殡葬。")
    #expect(found.priorities.map(\.marker) == ["一是", "三是", "四是"])
  }

  @Test func `are not made of the parts of a report`() {
    let found = lists(
      in: "一、2022年工作回顾\n低保标准提高。\n二、2023年重点任务\n（一）健全救助体系。\n（二）发展养老服务。")
    #expect(found.priorities.map(\.head) == ["健全救助体系", "发展养老服务"])
  }
}

@Suite struct `Items of a list` {
  @Test func `reach to the next marker and keep their last mark`() {
    let found = lists(in: "2023年重点任务：一是健全救助体系，做到应保尽保；二是发展养老服务。")
    #expect(found.priorities.map(\.body) == ["健全救助体系，做到应保尽保；", "发展养老服务。"])
  }

  @Test func `end before a sentence that turns to something else`() {
    let found = lists(in: "2023年重点任务：一是健全救助。提标扩面。二是发展养老。建好机构。会议号召，大家振奋精神。")
    #expect(found.priorities.last?.body == "发展养老。建好机构。")
  }

  @Test func `keep the list inside them`() {
    let found = lists(in: "2023年重点任务：\n（一）稳就业。\n1.抓技能。\n2.抓创业。\n（二）强社保。\n1.扩面。\n2.提标。")
    #expect(found.priorities.map(\.body) == ["稳就业。\n1.抓技能。\n2.抓创业。", "强社保。\n1.扩面。\n2.提标。"])
  }

  @Test func `span from the head to the end of the body`() {
    let found = lists(in: "2023年重点任务：一是健全救助体系；二是发展养老服务。")
    #expect(found.priorities.map(\.excerpt.span) == [Span(start: 12, end: 19), Span(start: 21, end: 28)])
  }

  @Test func `have a title sentence for a head only where others elaborate it`() {
    let long = lists(in: "2023年重点任务：一是坚持精准救助，守牢底线。提高标准。二是发展养老，建好机构。")
    #expect(long.priorities.map(\.head) == ["坚持精准救助，守牢底线", "发展养老"])
  }

  @Test func `go on from an adverbial to the verb that governs it`() {
    let found = lists(in: "2023年重点任务：一是围绕群众需求，健全救助体系，提标；二是在提质的基础上，发展养老。")
    #expect(found.priorities.map(\.head) == ["围绕群众需求，健全救助体系", "在提质的基础上，发展养老"])
  }

  @Test(arguments: ListRow.all("topics.tsv", columns: 3))
  private func `have the topics of their sector`(row: ListRow) {
    let found = lists(in: "2023年重点任务：\n1.\(row.cells[2])\n2.健全社会救助和就业。", sector: row.cells[0])
    #expect(found.priorities.first?.topics == row.parts(1))
  }

  @Test(arguments: ListRow.all("terms.tsv", columns: 2))
  private func `have terms, and no formulae among them`(row: ListRow) {
    let found = lists(in: "2023年重点任务：\n1.健全救助。\(row.cells[1])\n2.发展养老。")
    #expect(found.priorities.first?.terms == row.parts(0))
  }
}
