// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Finds dates in a text: 2024年3月8日, 二〇二四年三月八日, 2024-03-08, 3月8日, 12日, 2024年, 近日.
struct DateScanner {
  let vocabulary: Vocabulary

  /// The dates of a range in their order; of several days (21日至22日) the first is the date, the others follow.
  ///
  /// `onlyNumbers` leaves out 近日 and its like, which ask for a look-up at every character.
  func dates(in scalars: [UInt32], _ range: Range<Int>, onlyNumbers: Bool = false) -> [DateExpression] {
    var found: [DateExpression] = []
    let numerals = Self.numerals
    var place = range.lowerBound
    while place < range.upperBound {
      let mayBegin =
        numerals.contains(scalars[place])
        || !onlyNumbers && vocabulary.words.mayBegin(.days, in: scalars, at: place)
      if mayBegin, let date = date(in: scalars, at: place, range) {
        found.append(date)
        place = date.range.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  private func date(in scalars: [UInt32], at place: Int, _ range: Range<Int>) -> DateExpression? {
    if !Self.numerals.contains(scalars[place]) { return relative(in: scalars, at: place) }
    let isFirst = place == range.lowerBound || !(scalars[place - 1].isDigit || scalars[place - 1].isLetter)
    guard isFirst, place == 0 || scalars[place - 1] != 0x2E else { return nil }
    var reader = NumberReader(scalars: scalars, place: place, end: range.upperBound)
    guard let first = reader.number() else { return nil }
    let date = reader.next.flatMap { mark in compose(first, mark, &reader) }
    return date.map { Self.place($0, place..<reader.place) }
  }

  private static func place(_ date: DateExpression, _ range: Range<Int>) -> DateExpression {
    var date = date
    date.range = range
    return date
  }

  private func compose(_ first: Int, _ mark: UInt32, _ reader: inout NumberReader) -> DateExpression? {
    var date = DateExpression(range: 0..<0)
    switch mark {
    case 0x5E74 where (1949...2100).contains(first):
      reader.place += 1
      date.year = first
      if let month = reader.number(before: 0x6708, in: 1...12) {
        date.month = month
        date.day = reader.number(before: 0x65E5, in: 1...31) ?? reader.number(before: 0x53F7, in: 1...31)
      }
    case 0x2D, 0x2F, 0x2E:
      guard (1949...2100).contains(first) else { return nil }
      reader.place += 1
      guard let month = reader.number(before: mark, in: 1...12), let day = reader.number(),
        (1...31).contains(day)
      else {
        return nil
      }
      (date.year, date.month, date.day) = (first, month, day)
    case 0x6708 where (1...12).contains(first):
      reader.place += 1
      guard let day = reader.number(before: 0x65E5, in: 1...31) ?? reader.firstOfSeveral() else { return nil }
      (date.month, date.day) = (first, day)
    case 0x65E5 where (1...31).contains(first):
      reader.place += 1
      if let next = reader.next, Self.notAfterDay.contains(next) { return nil }
      date.day = first
    default: return nil
    }
    return date
  }

  private func relative(in scalars: [UInt32], at place: Int) -> DateExpression? {
    guard let match = vocabulary.words.longest(of: .days, in: scalars, at: place),
      let relative = vocabulary[.days][match.row][1].flatMap(DateExpression.Relative.init)
    else { return nil }
    return DateExpression(range: match.range, relative: relative)
  }

  /// 3日内, 30日均, 5日游 tell a length, not a date.
  private static let notAfterDay = ScalarSet("内均龄游志报间")

  /// What a number of a date begins with.
  private static let numerals = ScalarSet("0123456789〇零○一二三四五六七八九十")

  /// 〇 零 ○ 一 … 九, and 十 as ten.
  static func chinese(_ scalar: UInt32) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    default: nil
    }
  }
}
