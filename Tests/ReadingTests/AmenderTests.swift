// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Minutes
import TestKit
import Testing

@testable import Reading

@Suite struct `Amending a reading` {
  private static let amender = Amender(vocabulary: BaseLexicon.vocabulary)

  private static func figure(_ words: String, _ indicator: String, _ value: Int, at start: Int) -> Figure {
    Figure(
      excerpt: Excerpt(text: words, span: Span(start: start, end: start + words.count), paragraph: 1),
      indicator: indicator, quantity: Quantity(value: Decimal(value), unit: "元", dimension: .money),
      aspect: .level,
      period: Period(year: 2023))
  }

  private static func task(_ rank: Int, _ head: String) -> Priority {
    Priority(
      rank: rank, marker: nil, head: head,
      excerpt: Excerpt(
        text: head + "。", span: Span(start: 100 + rank * 10, end: 108 + rank * 10), paragraph: 2))
  }

  private static let report = Report(meetings: [
    Meeting(
      kind: "民政工作会议", category: "工作会议", date: MeetingDate(year: 2024, month: 3, day: 8),
      planPeriods: [Period(year: 2024)], priorities: (1...4).map { task($0, "任务\($0)") },
      figures: [
        figure("养老床位14050张", "养老床位", 14050, at: 0),
        // 城乡低保标准分别为825、702元: two at one place.
        figure("城乡低保标准分别为825、702元", "城市低保标准", 825, at: 20),
        figure("城乡低保标准分别为825、702元", "农村低保标准", 702, at: 20),
      ],
      paragraphs: [Excerpt(text: "", span: Span(start: 0, end: 200), paragraph: 1)])
  ])

  private static func amendment(
    _ mark: Mark, _ field: Amendment.Field, _ before: String?, _ after: String
  ) -> Amendment {
    Amendment(document: "ab", part: 1, mark: mark, field: field, before: before, after: after)
  }

  private static var all: [Amendment] {
    let meeting = report.meetings[0]
    return [
      amendment(meeting.mark, .date, "2024-03-08", "2024-03-09"),
      amendment(meeting.figures[0].mark, .value, "14050", "14500"),
      amendment(meeting.figures[2].mark, .none, "", ""),
      amendment(meeting.priorities[1].mark, .none, "", ""),
      amendment(meeting.priorities[3].mark, .rank, "4", "1"),
      amendment(meeting.priorities[0].mark, .head, "任务1", "新题"),
    ]
  }

  @Test func `gives the same in whatever order different things are put right`() {
    let once = Self.amender.apply(Self.all, to: Self.report).report
    #expect(once.meetings[0].priorities.map(\.head) == ["任务4", "新题", "任务3"])
    #expect(once.meetings[0].figures.map(\.indicator) == ["养老床位", "城市低保标准"])
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<50 {
      #expect(Self.amender.apply(Self.all.shuffled(using: &generator), to: Self.report).report == once)
    }
  }

  @Test func `changes nothing where there is nothing to put right`() {
    let amended = Self.amender.apply([], to: Self.report)
    #expect(amended.report == Self.report)
    #expect(amended.figureOrigins == [[0, 1, 2]] && amended.taskOrigins == [[0, 1, 2, 3]])
  }

  @Test func `lets the later of two about one thing count`() {
    let mark = Self.report.meetings[0].figures[0].mark
    let two = [Self.amendment(mark, .value, "14050", "1"), Self.amendment(mark, .value, "14050", "2")]
    #expect(Self.amender.apply(two, to: Self.report).report.meetings[0].figures[0].quantity.value == 2)
  }

  @Test func `keeps what the rules read of what was put right, and of what was taken out`() {
    let read = Self.report.meetings[0]
    let amended = Self.amender.apply(Self.all, to: Self.report).report.meetings[0]
    #expect(amended.figures[0].original?.quantity == read.figures[0].quantity)
    #expect(amended.figures[0].asRead.facts == read.figures[0].facts && amended.figures[1].original == nil)
    #expect(amended.removedFigures == [RemovedFigure(figure: read.figures[2], place: 2)])
    #expect(amended.removedTasks == [read.priorities[1]])
    #expect(amended.priorities.map { $0.original?.head } == ["任务4", "任务1", nil])
    #expect(amended.priorities.map { $0.original?.rank } == [4, nil, nil])
  }

  @Test func `puts a range in the place of a number, and takes it apart again`() {
    let mark = Self.report.meetings[0].figures[0].mark
    let amended = Self.amender.apply([Self.amendment(mark, .value, "14050", "14000–14500")], to: Self.report)
    let quantity = amended.report.meetings[0].figures[0].quantity
    #expect(quantity.value == nil && quantity.low == 14000 && quantity.high == 14500)
  }

  @Test func `tells two figures at one place apart by their names`() {
    let mark = Self.report.meetings[0].figures[2].mark
    let amended = Self.amender.apply([Self.amendment(mark, .value, "702", "720")], to: Self.report)
    #expect(amended.report.meetings[0].figures.map(\.quantity.value) == [14050, 825, 720])
  }

  @Test func `finds a figure that other rules quote at greater length`() {
    var report = Self.report
    report.meetings[0].figures[0] = Self.figure("全市养老床位14050张", "全市养老床位", 14050, at: 0)
    report.meetings[0].figures[0].excerpt.span.start = -2
    let amended = Self.amender.apply([Self.all[1]], to: report)
    #expect(amended.findings.map(\.standing) == [.holds])
    #expect(amended.report.meetings[0].figures[0].quantity.value == 14500)
  }

  @Test func `guesses nothing where neither name nor amount is found again`() {
    var report = Self.report
    for place in 1...2 {
      report.meetings[0].figures[place].indicator = "低保标准\(place)"
      report.meetings[0].figures[place].quantity.value = Decimal(place)
      report.meetings[0].figures[place].excerpt.text = "分别为\(place)"
    }
    let mark = Self.report.meetings[0].figures[2].mark
    let amended = Self.amender.apply([Self.amendment(mark, .value, "702", "720")], to: report)
    #expect(amended.findings.map(\.standing) == [.lost])
    #expect(amended.report == report)
  }

  @Test(arguments: [("14050", Amendment.Standing.holds), ("14500", .agrees), ("13000", .differs)])
  func `says what the rules read now, and stands all the same`(read: String, standing: Amendment.Standing) {
    var report = Self.report
    report.meetings[0].figures[0].quantity.value = Decimal(string: read)
    let amended = Self.amender.apply([Self.all[1]], to: report)
    #expect(amended.findings == [AmendedReport.Finding(part: 1, standing: standing, found: read)])
    #expect(amended.report.meetings[0].figures[0].quantity.value == 14500)
  }

  @Test func `lets the year of the tasks follow the date only where it was taken from it`() {
    let mark = Self.report.meetings[0].mark
    let other = Self.amendment(mark, .date, "2024-03-08", "2023-12-20")
    #expect(
      Self.amender.apply([other], to: Self.report).report.meetings[0].planPeriods == [Period(year: 2024)])
    var told = Self.report
    told.meetings[0].planPeriods = [Period(year: 2025)]
    let earlier = Self.amendment(mark, .date, "2024-03-08", "2022-03-08")
    #expect(Self.amender.apply([earlier], to: told).report.meetings[0].planPeriods == [Period(year: 2025)])
    #expect(
      Self.amender.apply([earlier], to: Self.report).report.meetings[0].planPeriods == [Period(year: 2022)])
  }

  @Test(arguments: [
    (Amendment.Field.value, "1.45万", "14500"), (.value, "3.1亿", "310000000"), (.value, "72.5", "72.5"),
    (.date, "2024-03", "2024-03"), (.period, "2012/2022", "2012/2022"), (.period, "2023-H1", "2023-H1"),
    (.period, "十四五", "十四五"), (.jurisdiction, "深圳市", "440300"), (.topic, "养老服务", "elderly-care"),
    (.kind, "民政工作座谈会", "民政工作座谈会"), (.sector, "民政", "民政"), (.rank, "3", "3"),
    (.value, "1,234,567", "1234567"), (.value, "１２，３４５．５", "12345.5"), (.value, "3—5", "3–5"),
    (.value, "3至5万", "30000–50000"), (.date, "2024年3月8日", "2024-03-08"),
    (.date, "2024/3/8", "2024-03-08"), (.period, "2023年", "2023"), (.period, "2023年上半年", "2023-H1"),
    (.period, "2023年6月", "2023-06"), (.unit, "张", "张"), (.unit, "平方千米", "平方公里"),
    (.unit, "元/人·月", "元/人·月"), (.unit, "％", "%"), (.unit, "万千瓦", "万千瓦"),
  ])
  func `takes what a person writes in the form that is kept`(
    field: Amendment.Field, text: String, kept: String
  ) throws {
    #expect(try Self.amender.value(of: field, from: text, for: Self.report.meetings[0]) == kept)
  }

  @Test(arguments: [
    (Amendment.Field.value, "很多"), (.value, "1.2.3"), (.value, ""), (.value, "-5"), (.value, "万"),
    (.date, "2024-13"), (.period, "去年"), (.period, "2023-Q5"), (.jurisdiction, "无此地"), (.topic, "天气"),
    (.kind, "随便写写"), (.sector, "占星"), (.rank, "0"), (.rank, "-9223372036854775808"),
    (.rank, "5"), (.value, "1,23"), (.value, "12,3456"), (.value, "5—3"), (.value, "3—"),
    (.value, "8000-1.2万"), (.value, "1—2—3"),
    (.value, ",123"), (.unit, "万元"), (.unit, "元元"), (.unit, "项目"), (.unit, "元/"), (.unit, ""),
    (.date, "2024年13月"), (.date, "3月8日"),
  ])
  func `refuses what means nothing in a field`(field: Amendment.Field, text: String) {
    #expect(throws: AmendmentError.self) {
      try Self.amender.value(of: field, from: text, for: Self.report.meetings[0])
    }
  }

  @Test func `tells of a long list the three that are nearest, and where the list stands`() throws {
    let error = #expect(throws: AmendmentError.self) {
      try Self.amender.value(of: .topic, from: "养老照料", for: Self.report.meetings[0])
    }
    let hint = try #require(error?.hint)
    #expect(hint.english.hasPrefix("the nearest are 养老服务, ") && hint.english.contains("topics.tsv"))
    #expect(hint.chinese.hasPrefix("相近的有养老服务、") && hint.chinese.contains("全部见词表 topics.tsv"))
    #expect(hint.english.split(separator: ",").count == 4)
  }
}

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
