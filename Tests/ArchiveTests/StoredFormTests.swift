// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Minutes
import Testing

@testable import Archive

/// How readings stand in the archive's columns.
@Suite struct `Stored forms` {
  /// A report in which nothing is left out and nothing has its usual value.
  private static var whole: Report {
    let excerpt = Excerpt(
      text: "“一老一小”\n1\\2", span: Span(start: 3, end: 14), paragraph: 2, page: 7, document: "ab")
    let quantity = Quantity(
      value: Decimal(string: "7.25"), low: Decimal(string: "-0.5"),
      high: Decimal(string: "12345678901234567890123"), unit: "张/千人", dimension: .ratio, qualifier: .atLeast,
      multiplier: 4)
    let figure = Figure(
      excerpt: excerpt, indicator: "养老床位", quantity: quantity, aspect: .increaseTo,
      period: Period(year: 2022),
      comparedTo: Period(from: 2012, to: 2022), topic: "elderly-care", confidence: 0.93,
      original: Figure.Original(indicator: "床位", period: Period(year: 2021), quantity: quantity))
    let place = Division(
      code: "440300", name: "深圳市", short: "深圳", level: .prefecture, parent: "440000", fullName: "广东省深圳市")
    let task = Priority(
      rank: 1, marker: "一是", head: "建/设", excerpt: excerpt, topics: ["a", "b"], terms: ["苏适养老"],
      confidence: 0.5, rulings: [Priority.Ruling(head: "旧题", isSame: false)],
      original: Priority.Original(head: "原题", rank: 3, topics: ["c"]))
    let item = OtherList.Item(rank: 2, marker: "二要", head: "深刻把握", excerpt: excerpt)
    let day = MeetingDate(year: 2023, month: 2, day: 21)
    let meeting = Meeting(
      title: "会议", jurisdiction: place, sector: "民政", kind: "民政工作会议", category: "工作会议", date: day,
      dateInferred: true, dateBasis: .fileName, reviewPeriods: [Period(year: 2022)],
      planPeriods: [Period(year: 2023)], officials: [Official(name: "甲", role: "局长", part: "出席")],
      priorities: [task], otherLists: [OtherList(about: .leaderRequirements, by: "甲", items: [item])],
      figures: [figure], paragraphs: [excerpt], damaged: 0.125,
      removedFigures: [RemovedFigure(figure: figure, place: 0)], removedTasks: [task])
    return Report(
      reason: .bulletin, publisher: "省民政厅", published: day, url: "http://a/b?c=\"d\"",
      damage: [Damage(kind: "pinyin-gloss", count: 2, lost: 1, spans: [Span(start: 0, end: 1)])],
      meetings: [meeting], mentions: ["\u{1}\t"], figures: [figure], title: "统计公报", jurisdiction: place)
  }

  @Test func `come back as they were`() throws {
    #expect(try value(Report.self, of: json(Self.whole)) == Self.whole)
    #expect(json(try value(Report.self, of: json(Self.whole))) == json(Self.whole))
  }

  @Test func `have a key for each stored property, in ascending order`() {
    let report = Self.whole
    let meeting = report.meetings[0]
    let values: [any Stored] = [
      report, report.damage[0], meeting, meeting.priorities[0], meeting.priorities[0].rulings[0],
      meeting.removedFigures[0], meeting.officials[0], meeting.otherLists[0],
      meeting.otherLists[0].items[0], meeting.figures[0], meeting.figures[0].quantity, meeting.paragraphs[0],
      meeting.paragraphs[0].span,
    ]
    let optional: [Any?] = [
      meeting.jurisdiction, meeting.date, meeting.figures[0].original, meeting.priorities[0].original,
    ]
    for value in values + optional.compactMap({ $0 as? any Stored }) {
      #expect(Self.keys(of: json(value)) == Mirror(reflecting: value).children.compactMap(\.label).sorted())
    }
  }

  @Test func `are read past keys that another version wrote`() throws {
    let text = #"{"a":[{"b":"}\""},null],"end":2,"middle":{},"start":-1,"z":true}"#
    #expect(try value(Span.self, of: text) == Span(start: -1, end: 2))
  }

  @Test func `are escaped like all JSON`() throws {
    #expect(json("a\"\\\u{1f}\n/é") == #""a\"\\\u001f\n/é""#)
    #expect(try value(String.self, of: #""\u0041\/\r\b""#) == "A/\r\u{8}")
  }

  @Test func `are refused where they are cut, wherever that is`() {
    let text = Array(json(Self.whole).utf8)
    for length in text.indices {
      #expect(throws: JSONReader.Failure.self) { try value(Report.self, of: Array(text.prefix(length))) }
    }
  }

  @Test(arguments: [
    #"{"end":1}"#, #"{"end":99999999999999999999,"start":1}"#, #"{"end":"1","start":1}"#, "[]", "nul",
  ])
  func `are refused where a value is missing or of another kind`(text: String) {
    #expect(throws: JSONReader.Failure.self) { try value(Span.self, of: text) }
  }

  /// The keys of the outermost object, in the order in which they stand.
  private static func keys(of json: String) -> [String] {
    var keys: [String] = []
    var depth = 0
    let parts = json.split(separator: "\"", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      if place.isMultiple(of: 2) {
        depth += part.count { "{[".contains($0) } - part.count { "}]".contains($0) }
      } else if depth == 1, place + 1 < parts.count, parts[place + 1].hasPrefix(":") {
        keys.append(String(part))
      }
    }
    return keys
  }
}
