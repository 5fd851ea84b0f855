// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Reads the times that are written in numbers: 2022年, 2021—2023年, 2022—2023学年, 1至9月, 近三年, 五年来.
///
/// Only the numbers are read here; what a year means for the figures around it is told by `PeriodReader`.
struct WrittenYears {
  let text: [UInt32]
  let end: Int

  /// 2022年, 二〇二四年, or the years from the first to the last.
  struct Years {
    var first: Int
    var last: Int
    var end: Int
    /// 2022—2023学年: one school year, not two years.
    var isSchoolYear = false
  }

  /// The year or years at `place`; a year behind another digit is none.
  func years(at place: Int) -> Years? {
    guard let first = fourDigits(at: place) else { return nil }
    var next = first.end
    let hasUnit = peek(next) == Self.year
    if hasUnit { next += 1 }
    if let mark = peek(next), Self.joins(mark), let last = fourDigits(at: next + 1), last.value > first.value,
      let unit = unit(at: last.end)
    {
      return Years(first: first.value, last: last.value, end: unit.end, isSchoolYear: unit.isSchool)
    }
    guard let unit = unit(at: first.end) else { return nil }
    return Years(first: first.value, last: first.value, end: unit.end, isSchoolYear: unit.isSchool)
  }

  /// 年 or 学年 behind the digits.
  private func unit(at place: Int) -> (end: Int, isSchool: Bool)? {
    if peek(place) == Self.year { return (place + 1, false) }
    if peek(place) == Self.school, peek(place + 1) == Self.year { return (place + 2, true) }
    return nil
  }

  private func fourDigits(at place: Int) -> (value: Int, end: Int)? {
    var value = 0
    var next = place
    while next < place + 5,
      let digit = peek(next).flatMap({ NumeralScalar.arabic($0) ?? NumeralScalar.chinese($0) })
    {
      value = value * 10 + Int(digit)
      next += 1
    }
    return next == place + 4 && (1900...2100).contains(value) ? (value, next) : nil
  }

  // MARK: Months

  /// 1—9月, 1至11月份, 6月: the months of a year; a day behind them makes a date, 前 a day by which something is
  /// due.
  func months(at start: Int) -> (first: Int, last: Int, end: Int)? {
    guard let first = month(at: start) else { return nil }
    var last = first
    var place = first.end
    let open = peek(place) == Self.month ? place + 1 : place
    if let mark = peek(open), Self.joins(mark), let second = month(at: open + 1), second.value > first.value {
      last = second
      place = second.end
    }
    guard peek(place) == Self.month else { return nil }
    place += 1
    if peek(place) == 0x4EFD { place += 1 }
    if let after = peek(place), NumeralScalar.arabic(after) != nil || after == 0x524D { return nil }
    guard let after = peek(place), after == 0x5E95 || after == 0x672B else {
      return (first.value, last.value, place)
    }
    // 截至6月底 tells a state, 6月底前 a due date.
    return peek(place + 1) == 0x524D ? nil : (last.value, last.value, place + 1)
  }

  private func month(at start: Int) -> (value: Int, end: Int)? {
    var value = 0
    var place = start
    while place < start + 2, let digit = peek(place).flatMap(NumeralScalar.arabic) {
      value = value * 10 + Int(digit)
      place += 1
    }
    return place > start && (1...12).contains(value) ? (value, place) : nil
  }

  // MARK: Years back from now

  /// 近三年, 过去5年, 五年来, 三年间, 五年净增: how many years up to the one looked back on.
  ///
  /// 连续五年, 用3年时间, 三年行动 and 提前两年 name no such time.
  func yearsBack(at start: Int, _ words: FigureWords) -> (years: Int, end: Int, isBare: Bool)? {
    let lead = Self.leads.first { text.has($0, at: start) }
    let place = start + (lead?.count ?? 0)
    if lead == nil, start > 0, Self.barred.contains(text[start - 1]) || NumeralScalar.opens(text[start - 1]) {
      return nil
    }
    guard place < end, NumeralScalar.opens(text[place]),
      let numeral = NumeralScanner(scalars: text, end: min(end, place + 4)).numeral(at: place),
      numeral.upper == nil,
      let years = numeral.value.flatMap({ Int("\($0)") }), (2...30).contains(years),
      peek(numeral.range.upperBound) == Self.year
    else { return nil }
    let after = numeral.range.upperBound + 1
    for tail in Self.tails where text.has(tail, at: after) { return (years, after + tail.count, false) }
    if lead != nil { return isName(after) ? nil : (years, after, false) }
    guard let verb = words.verb(in: text, at: after)?.value else { return nil }
    return verb.aspect == .cumulative || verb.aspect == .increase ? (years, after, true) : nil
  }

  /// 近三年行动, 过去三年级: 年 is no measure of time there.
  private func isName(_ place: Int) -> Bool {
    peek(place).map { [0x7EA7, 0x5236, 0x884C, 0x8BA1].contains($0) } ?? false
  }

  private static let leads = ["过去的", "刚刚过去的", "过去", "最近", "近", "这"].map { [UInt32]($0) }
  private static let tails = ["多来", "来", "间", "以来"].map { [UInt32]($0) }
  /// 第 续 用 前 每 满: 第五年, 连续五年, 用三年, 前三年, 每五年, 满三年.
  private static let barred = ScalarSet([0x7B2C, 0x7EED, 0x7528, 0x524D, 0x6BCF, 0x6EE1])

  // MARK: Scalars

  private static let openers = ScalarSet([0x8FC7, 0x521A, 0x6700, 0x8FD1, 0x8FD9])

  /// True where a time in numbers may begin; nearly every scalar of a text is turned away here: 过 刚 最 近 这.
  static func opens(_ scalar: UInt32) -> Bool {
    NumeralScalar.opens(scalar) || openers.contains(scalar)
  }

  /// - – — 至 到 ~ ～ between the ends of a span.
  private static func joins(_ scalar: UInt32) -> Bool {
    [0x2D, 0x2013, 0x2014, 0x81F3, 0x5230, 0x7E, 0xFF5E, 0xFF0D].contains(scalar)
  }

  private func peek(_ place: Int) -> UInt32? { place < end ? text[place] : nil }

  private static let year: UInt32 = 0x5E74
  private static let school: UInt32 = 0x5B66
  private static let month: UInt32 = 0x6708
}
