// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import struct FoundationEssentials.Decimal

extension NumeralScanner {
  /// What a Chinese number is made of while it is read: 三百二十余万 is a section 320 times 万.
  private struct Reading {
    var total: Decimal? = 0
    /// Below the next 万 or 亿: at most 9,999 in good writing.
    var section = 0
    var digit: UInt8?
    var digits: [UInt8] = []
    var multiplier = 0
    var hasPower = false
    /// The power that was read last, and whether 零 came since: 一百五 is 150, 一百零五 is 105.
    var lastPower = 0
    var isZeroed = false
  }

  /// 二百二十余万, 三万一千, 八点五, 二〇二四, 亿亿.
  func chinese(at start: Int) -> Numeral? {
    var reading = Reading()
    var numeral = Numeral(range: start..<start)
    numeral.isChinese = true
    let isFormal = opensFormal(at: start)
    var place = start
    scan: while let scalar = peek(place) {
      if let digit = NumeralScalar.chinese(scalar) ?? (isFormal ? NumeralScalar.formal(scalar) : nil) {
        take(digit, &reading, &numeral)
      } else if place == start, let tens = NumeralScalar.tens(scalar) {
        take(tens, &reading, &numeral)
        take(power: 1, &reading)
      } else if let power = self.power(at: place) ?? (isFormal ? NumeralScalar.formalPower(scalar) : nil) {
        if place == start, power > 1, !mayOpen(at: place) { return nil }
        take(power: power, &reading)
      } else if NumeralScalar.isOver(scalar), place > start, reading.hasPower || followsPower(place) {
        numeral.isOver = true
      } else if scalar == 0x70B9, let point = decimals(after: place, &reading) {
        place = point
        break scan
      } else {
        break
      }
      place += 1
    }
    return finish(numeral, reading, start..<place)
  }

  /// A bare 百, 千, 万 or 亿 opens no number unless 分之, 余 or another power follows (百分之百, 千余名, 千万) or a bound
  /// stands before it: 近百家, 突破万人, 超亿元.
  private func mayOpen(at place: Int) -> Bool {
    guard let next = peek(place + 1) else { return false }
    if next == 0x5206 || NumeralScalar.isOver(next) || NumeralScalar.power(next) != nil { return true }
    return place > 0 && Self.bounding.contains(scalars[place - 1])
  }

  /// 近 逾 超 过 破 约 上 before a bare power; 上万 and 过亿 are more than that.
  private static let bounding = ScalarSet([0x8FD1, 0x903E, 0x8D85, 0x8FC7, 0x7834, 0x7EA6, 0x4E0A])

  private func followsPower(_ place: Int) -> Bool { power(at: place + 1) != nil }

  /// 伍拾 and 叁万元 are numbers of bills; the 伍 and 陆 of 队伍 and 大陆万人 are none.
  private func opensFormal(at start: Int) -> Bool {
    guard NumeralScalar.formal(scalars[start]) != nil, let next = peek(start + 1) else { return false }
    if NumeralScalar.formalPower(next) != nil { return true }
    guard let power = NumeralScalar.power(next), power >= 4, let unit = peek(start + 2) else { return false }
    return unit == 0x5143 || unit == 0x5706 || unit == 0x5713 || NumeralScalar.formal(unit) != nil
  }

  private func take(_ digit: UInt8, _ reading: inout Reading, _ numeral: inout Numeral) {
    if let before = reading.digit, digit == before + 1, reading.digits.count == 1 {
      numeral.upper = Decimal(Int(digit))
    }
    if reading.digits.count <= ExactDecimal.mostDigits { reading.digits.append(digit) }
    if digit == 0 { reading.isZeroed = true }
    reading.digit = digit
  }

  private func take(power: Int, _ reading: inout Reading) {
    reading.hasPower = true
    if power < 4 {
      let unit = [10, 100, 1000][power - 1]
      reading.section = min(reading.section + Int(reading.digit ?? 1) * unit, 99_999)
    } else {
      let section = sum(0, Decimal(reading.section + Int(reading.digit ?? 0)))
      // 亿 multiplies all that stands before it (一万亿), 万 only its own section (三亿二千万).
      let takesAll = power >= 8 || section == 0
      let base = takesAll ? sum(reading.total, section) : section
      let rest = takesAll ? 0 : reading.total
      let factor = base.map { $0.isZero ? 1 : $0 }
      reading.total = sum(rest, factor.flatMap { ExactDecimal.scaled($0, by: power) })
      reading.multiplier = takesAll ? min(reading.multiplier + power, 99) : max(reading.multiplier, power)
      reading.section = 0
    }
    reading.digit = nil
    reading.digits = []
    reading.lastPower = power
    reading.isZeroed = false
  }

  /// What the last digit is worth: behind 百 or more it is of the next power below, as in 一百五 and 三万二.
  private func rest(_ reading: Reading) -> Decimal? {
    let digit = Decimal(Int(reading.digit ?? 0))
    let isShort = reading.lastPower >= 2 && reading.digits.count == 1 && !reading.isZeroed
    return isShort ? ExactDecimal.scaled(digit, by: reading.lastPower - 1) : digit
  }

  /// The places after 点: 八点五. 两点要求 has none and is no decimal.
  private func decimals(after point: Int, _ reading: inout Reading) -> Int? {
    var digits: [UInt8] = []
    var place = point + 1
    while let digit = peek(place).flatMap(NumeralScalar.chinese) {
      if digits.count <= ExactDecimal.mostDigits { digits.append(digit) }
      place += 1
    }
    guard !digits.isEmpty, reading.hasPower || reading.digits.count == 1 else { return nil }
    var power = 0
    while let next = self.power(at: place) {
      power = min(power + next, 99)
      place += 1
    }
    let whole = sum(reading.total, Decimal(reading.section + Int(reading.digit ?? 0)))
    let value = sum(whole, ExactDecimal.make(digits: digits, exponent: -digits.count))
    reading.total = value.flatMap { ExactDecimal.scaled($0, by: power) }
    reading.multiplier = max(reading.multiplier, power)
    (reading.section, reading.digit, reading.digits, reading.hasPower) = (0, nil, [], true)
    return place
  }

  private func finish(_ numeral: Numeral, _ reading: Reading, _ range: Range<Int>) -> Numeral? {
    guard !range.isEmpty else { return nil }
    var numeral = numeral
    numeral.range = range
    numeral.multiplier = reading.multiplier
    if !reading.hasPower, reading.digits.count > 1 {
      if reading.digits.count > 2 || numeral.upper == nil {
        numeral.isSerial = true
        numeral.upper = nil
        numeral.value = ExactDecimal.make(digits: reading.digits, exponent: 0)
      } else {
        numeral.value = Decimal(Int(reading.digits[0]))
      }
    } else {
      numeral.upper = nil
      numeral.value = sum(sum(reading.total, Decimal(reading.section)), rest(reading))
    }
    return numeral
  }
}
