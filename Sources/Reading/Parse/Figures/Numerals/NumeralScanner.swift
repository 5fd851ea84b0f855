// SPDX-License-Identifier: Apache-2.0

internal import struct FoundationEssentials.Decimal

/// Reads the number that begins at a place, in any writing.
///
/// The scanner only goes forward and never looks further than the number's own end, so a line of ten
/// megabytes of
/// digits costs one pass. What it reads may still be no figure: dates, names and idioms are told apart later.
struct NumeralScanner {
  let scalars: [UInt32]
  let end: Int

  /// The number at `start`, or nil where none begins there.
  func numeral(at start: Int) -> Numeral? {
    if scalars[start] == 0x7FFB { return doubling(at: start) }
    if scalars[start] == 0x4E00, peek(start + 1) == 0x534A { return half(start..<start + 2) }
    if scalars[start] == 0x534A {
      return standsForHalf(start) ? half(start..<start + (peek(start + 1) == 0x6570 ? 2 : 1)) : nil
    }
    guard let first = number(at: start) else { return nil }
    return fraction(after: first) ?? quotient(after: first) ?? first
  }

  /// A number without 分之: Arabic or Chinese, with its multipliers.
  private func number(at start: Int) -> Numeral? {
    NumeralScalar.arabic(scalars[start]) != nil ? arabic(at: start) : chinese(at: start)
  }

  func peek(_ place: Int) -> UInt32? { place < end ? scalars[place] : nil }

  /// The power of ten that stands at `place`; 兆 is one of money only: 3兆元, but 30兆瓦 and 兆丰村.
  func power(at place: Int) -> Int? {
    guard let scalar = peek(place) else { return nil }
    if scalar == 0x5146, let next = peek(place + 1), [0x5143, 0x5706, 0x5713].contains(next) { return 12 }
    // 6.5亿千瓦时, 3万千米, 5万千克: 千 belongs to the unit.
    if scalar == 0x5343, let next = peek(place + 1), [0x74E6, 0x7C73, 0x514B].contains(next) { return nil }
    return NumeralScalar.power(scalar)
  }

  // MARK: Arabic digits

  /// 1,234.5万, 9万多, 20余万, 1万5千.
  private func arabic(at start: Int) -> Numeral? {
    var total: Decimal? = 0
    var numeral = Numeral(range: start..<start)
    var place = start
    var ceiling = Int.max
    while let part = digits(at: place) {
      var power = 0
      place = part.end
      skipOver(&place, &numeral, beforePower: true)
      while let next = self.power(at: place) {
        power = min(power + next, 99)
        place += 1
      }
      if power >= ceiling { break }
      numeral.multiplier = max(numeral.multiplier, power)
      total = sum(total, part.value.flatMap { ExactDecimal.scaled($0, by: power) })
      numeral.range = start..<place
      ceiling = power
      if power == 0 { break }
    }
    skipOver(&place, &numeral, beforePower: false)
    numeral.range = start..<place
    numeral.value = total
    return numeral
  }

  /// A run of digits with group commas and a decimal point.
  private func digits(at start: Int) -> (value: Decimal?, end: Int)? {
    var digits: [UInt8] = []
    var fraction = 0
    var seenPoint = false
    var place = start
    while let scalar = peek(place) {
      if let digit = NumeralScalar.arabic(scalar) {
        if digits.count <= ExactDecimal.mostDigits + 1 { digits.append(digit) }
        if seenPoint { fraction += 1 }
        place += 1
      } else if !seenPoint, NumeralScalar.isPoint(scalar), digitFollows(place) {
        seenPoint = true
        place += 1
      } else if !seenPoint, NumeralScalar.isGroupComma(scalar), place > start, isGroup(after: place) {
        place += 1
      } else {
        break
      }
    }
    return place > start ? (ExactDecimal.make(digits: digits, exponent: -fraction), place) : nil
  }

  private func digitFollows(_ place: Int) -> Bool { peek(place + 1).flatMap(NumeralScalar.arabic) != nil }

  /// Exactly three digits after a comma make a group: 1,234 but not 3,4月.
  private func isGroup(after comma: Int) -> Bool {
    (1...3).allSatisfy { peek(comma + $0).flatMap(NumeralScalar.arabic) != nil }
      && peek(comma + 4).flatMap(NumeralScalar.arabic) == nil
  }

  /// 余 or 多 belongs to the number where a multiplier or a unit follows: 20余万, 9万多件.
  private func skipOver(_ place: inout Int, _ numeral: inout Numeral, beforePower: Bool) {
    guard let scalar = peek(place), NumeralScalar.isOver(scalar) else { return }
    if beforePower, power(at: place + 1) == nil { return }
    numeral.isOver = true
    place += 1
  }

  // MARK: Fractions and doubling

  /// 百分之八点五, 千分之四, 三分之二 and 百分之百; the denominator has been read.
  private func fraction(after denominator: Numeral) -> Numeral? {
    let bar = denominator.range.upperBound
    guard peek(bar) == 0x5206, peek(bar + 1) == 0x4E4B, bar + 2 < end, NumeralScalar.opens(scalars[bar + 2]),
      let below = denominator.value, !below.isZero, var result = number(at: bar + 2) ?? hundred(at: bar + 2)
    else { return nil }
    result.isChinese = denominator.isChinese
    result.isSerial = false
    result.form = below == 100 ? .percent : below == 1000 ? .permille : .fraction
    if result.form == .fraction { result.value = Self.ratio(result.value, of: below) }
    result.range = denominator.range.lowerBound..<result.range.upperBound
    return result
  }

  /// The 百 of 百分之百, which opens no number elsewhere.
  private func hundred(at place: Int) -> Numeral? {
    scalars[place] == 0x767E ? Numeral(range: place..<place + 1, value: 100) : nil
  }

  /// 1/15, 2/3: a number over a larger one of at most three digits; 3/4版 and 2023/03/08 are none.
  private func quotient(after part: Numeral) -> Numeral? {
    let bar = part.range.upperBound
    guard peek(bar) == 0x2F || peek(bar) == 0xFF0F, part.multiplier == 0, part.range.count <= 2,
      part.range.lowerBound == 0 || ![0x2F, 0xFF0F].contains(scalars[part.range.lowerBound - 1]),
      let whole = digits(at: bar + 1), whole.end - bar <= 4, let above = part.value, let below = whole.value,
      above < below, !above.isZero, power(at: whole.end) == nil,
      peek(whole.end).map({ ![0x2F, 0xFF0F].contains($0) }) ?? true
    else { return nil }
    return Numeral(
      range: part.range.lowerBound..<whole.end, value: Self.ratio(above, of: below), form: .fraction)
  }

  /// Half up to four places, as fractions are told: 三分之二 is 0.6667.
  private static func ratio(_ part: Decimal?, of whole: Decimal) -> Decimal? {
    guard let part = part.flatMap({ Int($0.description) }), let whole = Int(whole.description), whole > 0,
      case let (scaled, overflow) = part.multipliedReportingOverflow(by: 20_000), !overflow,
      scaled < Int.max / 2
    else { return nil }
    return ExactDecimal.scaled(Decimal((scaled + whole) / (2 * whole)), by: -4)
  }

  /// 收入翻了一番，达到2.4亿元: the number behind it tells the same.
  private func isToldByNumber(_ place: Int) -> Bool {
    guard peek(place) == 0xFF0C, let next = peek(place + 1) else { return false }
    return next == 0x8FBE || next == 0x589E
  }

  /// 翻一番, 翻两番, 翻了一番.
  private func doubling(at start: Int) -> Numeral? {
    let place = peek(start + 1) == 0x4E86 ? start + 2 : start + 1
    guard let times = peek(place).flatMap(NumeralScalar.chinese), (1...4).contains(times),
      peek(place + 1) == 0x756A, place == start + 1 || !isToldByNumber(place + 2)
    else { return nil }
    var numeral = Numeral(range: start..<place + 2, value: Decimal(1 << Int(times)), form: .doubling)
    numeral.isChinese = true
    return numeral
  }

  /// 一半 and 半数, fifty in a hundred.
  private func half(_ range: Range<Int>) -> Numeral {
    Numeral(range: range, value: 50, form: .percent, isChinese: true)
  }

  /// 半 alone is a half behind a bound or a decrease (过半, 近半, 减半) and before 数 (半数); 半年, 半天 and 前半 are none.
  private func standsForHalf(_ place: Int) -> Bool {
    guard place > 0, [0x51CF, 0x8FC7, 0x8FD1, 0x8D85, 0x903E].contains(scalars[place - 1]) else {
      return peek(place + 1) == 0x6570
    }
    return peek(place + 1).map { $0 == 0x6570 || $0 == 0x4EE5 || $0 == 0x7684 || Clauses.isMark($0) } ?? true
  }

  func sum(_ a: Decimal?, _ b: Decimal?) -> Decimal? {
    guard let a, let b else { return nil }
    return a.isZero ? b : b.isZero ? a : a + b
  }
}
