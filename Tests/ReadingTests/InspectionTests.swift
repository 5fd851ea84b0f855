// SPDX-License-Identifier: Apache-2.0
import Minutes
import Reading
import TestKit
import Testing

@Suite struct `Numbers shown for debugging` {
  private func numerals(_ text: String) -> [NumeralReading] {
    NumeralInspector(vocabulary: BaseLexicon.vocabulary).numerals(in: text)
  }

  @Test func `are all there, figure or not`() {
    let found = numerals("进一步扩大，养老床位14050张")
    #expect(found.map(\.text) == ["一", "14050张"])
    #expect(found.map(\.isFigure) == [false, true])
    #expect(found.map(\.hasDimension) == [false, true])
    #expect(found.map(\.word) == ["进一步", nil])
  }

  @Test func `have their places in the text as given`() {
    #expect(numerals("床位1张\n食堂20家").map(\.span) == [Span(start: 2, end: 4), Span(start: 7, end: 10)])
  }

  @Test func `say why they have no value`() {
    let long = numerals(String(repeating: "7", count: 40) + "个")
    #expect(long.first?.quantity.value == nil)
    #expect(long.first?.gap == .tooManyDigits)
    #expect(numerals("3%至5%").first?.gap == .range)
    #expect(numerals("5%").first?.gap == nil)
  }
}

@Suite struct `Dates and periods shown for debugging` {
  @Test(arguments: CorpusTable.rows(of: "times.tsv", columns: 3))
  func `have the value that the words and the reference give`(_ row: [String]) {
    let inspector = TimeInspector(
      vocabulary: BaseLexicon.vocabulary, reference: MeetingDate(iso: row[1]))
    let found = inspector.times(in: row[0]).map {
      ($0.isCompared ? "!" : "") + "\($0.text)=\($0.value ?? "-")"
    }
    #expect(found.joined(separator: "|") == row[2])
  }
}

@Suite struct `An explanation` {
  private let explanation = Explainer(vocabulary: BaseLexicon.vocabulary).explain(
    Array(
      """
      深圳市民政局召開(kāi)全市民政工作会议
      2月21日，深圳市民政局召開(kāi)2023年全市民政工作会议。去年，全市养老床位增至14050张。\
      会议部署2023年任务：一是加强养老服务，新建食堂20家；二是加强社会救助；三是加强基层治理。
      """.utf8), named: "001.txt", CharacterTables())

  private func notes(_ title: String) -> [Explanation.Note] {
    explanation.sections.first { $0.title == title }?.notes ?? []
  }

  @Test func `shows what cleaning cut, before and after`() {
    #expect(notes("cleaning").contains { $0.subject == "pinyin-gloss" && $0.finding == "2" })
    #expect(notes("cleaning").contains { $0.finding == "“政局召開(kāi)全市民政” → “政局召開全市民政”" })
  }

  @Test func `names the evidence for place, date and kind`() {
    let frame = notes("meeting 1")
    #expect(frame.first { $0.subject == "jurisdiction" }?.evidence == ["meeting name"])
    #expect(frame.first { $0.subject == "date" }?.evidence.first == "the words “2月21日”")
    #expect(frame.first { $0.subject == "kind" }?.finding == "民政工作会议, class 工作会议")
  }

  @Test func `names the list that became the tasks`() {
    #expect(notes("meeting 1: lists").first?.finding == "3 items, numbered: tasks")
  }

  @Test func `names what each figure was read by`() {
    let figures = notes("meeting 1: figures")
    #expect(figures.first?.evidence == ["name own", "“增至” is increase-to", "last word of time “去年”"])
    #expect(figures.first { $0.subject == "新建食堂" }?.evidence.contains("in a task") == true)
  }

  @Test func `names the numbers that are no figures`() {
    #expect(notes("meeting 1: figures").contains { $0.subject == "no figure" && $0.finding == "“21”" })
  }

  @Test func `of a text without a meeting gives the reason`() {
    let poem = Explainer(vocabulary: BaseLexicon.vocabulary).explain(
      Array("天没亮透，他就出了门。".utf8), named: "", CharacterTables())
    #expect(poem.sections.contains { $0.notes.contains(Explanation.Note("no report", "no-meeting")) })
  }
}
