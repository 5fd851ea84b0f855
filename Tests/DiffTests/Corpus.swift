// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import TestKit

/// What the tests of comparing share: the words in force, and short ways to make meetings.
enum Corpus {
  static let indicators: [(word: String, standard: String)] = try! LexiconRows.table("indicators")
    .map { ($0[0], $0.count > 1 ? $0[1] : "") }
  static let changes: [(word: String, role: String, level: Int)] = try! LexiconRows.table("changes")
    .map { ($0[0], $0[1], $0.count > 2 ? Int($0[2]) ?? 0 : 0) }
  static let words = ComparingWords(indicators: indicators, changes: changes)

  static let comparer = Comparer(words: words)

  static func compare(_ pair: GoldPair) throws -> Comparison {
    let (from, to) = (try GoldMeetings.meeting(pair.fromName), try GoldMeetings.meeting(pair.toName))
    return comparer.compare(to, with: from, as: .between(to, and: from))
  }

  /// A meeting of a year with these heads as priorities and these figures.
  static func meeting(_ year: Int, heads: [String] = [], figures: [Figure] = [], text: [String] = [])
    -> Meeting
  {
    let division = Division(
      code: "990000", name: "瀚海省", short: "瀚海", level: .province, parent: "000000", fullName: "瀚海省")
    return Meeting(
      jurisdiction: division, sector: "民政", kind: "民政工作会议", category: "工作会议",
      date: MeetingDate(year: year, month: 3, day: 1), reviewPeriods: [Period(year: year - 1)],
      planPeriods: [Period(year: year)],
      priorities: heads.enumerated().map { place, head in
        Priority(rank: place + 1, marker: nil, head: head, excerpt: excerpt(head + "。"))
      },
      figures: figures,
      paragraphs: (heads.map { $0 + "。" } + text).enumerated().map { excerpt($0.element, $0.offset + 1) })
  }

  static func figure(
    _ indicator: String, _ value: String, _ unit: String, _ period: String, aspect: Figure.Aspect = .level,
    dimension: Quantity.Dimension = .count, qualifier: Quantity.Qualifier = .exact
  ) -> Figure {
    Figure(
      excerpt: excerpt(indicator + value + unit), indicator: indicator,
      quantity: Quantity(
        value: Decimal(string: value), unit: unit, dimension: dimension, qualifier: qualifier),
      aspect: aspect, period: Period(rawValue: period))
  }

  private static func excerpt(_ text: String, _ paragraph: Int = 1) -> Excerpt {
    Excerpt(text: text, span: Span(start: 0, end: text.unicodeScalars.count), paragraph: paragraph)
  }
}
