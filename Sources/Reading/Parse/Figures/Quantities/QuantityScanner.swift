// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes
internal import struct FoundationEssentials.Decimal

/// Finds the quantities of a paragraph: numbers with a unit, with what bounds them.
///
/// One forward pass. Numbers without a unit (dates, serial numbers, 20+8) fall away by themselves; what has
/// a unit and
/// is still no figure is turned away by `Exclusions`.
struct QuantityScanner {
  let words: FigureWords
  let text: [UInt32]
  let paragraph: Range<Int>

  private var numerals: NumeralScanner { NumeralScanner(scalars: text, end: paragraph.upperBound) }

  /// All quantities and 每… frames, in order.
  func scan() -> (mentions: [Mention], rates: [RateFrame]) {
    let exclusions = Exclusions(words: words, text: text, paragraph: paragraph)
    var mentions: [Mention] = []
    var rates: [RateFrame] = []
    var quoteEnd = 0
    let openers = NumeralScalar.openers
    var place = paragraph.lowerBound
    while place < paragraph.upperBound {
      let scalar = text[place]
      if scalar == 0x201C {
        quoteEnd = Clauses.close(of: place, in: text, end: paragraph.upperBound) ?? quoteEnd
      }
      if RateFrame.opens(scalar),
        let rate = RateFrame(in: text, at: place, end: paragraph.upperBound, words)
      {
        rates.append(rate)
        place = rate.range.upperBound
      } else if openers.contains(scalar), let numeral = numerals.numeral(at: place) {
        var mention = exclusions.names(numeral) ? nil : mention(of: numeral)
        if mention?.quantity.qualifier == .exact, let rate = rates.last,
          rate.range.upperBound == mention?.range.lowerBound,
          let bound = qualifier(before: rate.range.lowerBound)
        {
          // 不低于每年10万元: the bound stands before the rate.
          mention?.quantity.qualifier = bound.1
        }
        if let mention, !exclusions.excludes(mention, numeral, isQuoted: mention.core.lowerBound < quoteEnd) {
          mentions.append(mention)
        }
        place = max(mention?.range.upperBound ?? 0, numeral.range.upperBound, place + 1)
      } else {
        place += 1
      }
    }
    return (mentions, rates)
  }

  // MARK: From number to quantity

  /// The quantity that a number makes with its unit, or nil where none follows.
  func mention(of numeral: Numeral) -> Mention? {
    if let mention = span(from: numeral) ?? proportion(from: numeral) { return mention }
    guard let (unit, end) = unit(of: numeral) ?? borrowedUnit(of: numeral) else { return nil }
    let quantity = Quantity(
      value: numeral.upper == nil ? unit.scaled(numeral.value) : nil,
      low: numeral.upper == nil ? nil : unit.scaled(scaledToUpper(numeral, numeral.value)),
      high: numeral.upper.flatMap { unit.scaled(scaledToUpper(numeral, $0)) },
      unit: unit.printed, dimension: unit.dimension, qualifier: numeral.isOver ? .over : .exact,
      multiplier: numeral.multiplier)
    return bounded(quantity, numeral.range.lowerBound..<end, numeral)
  }

  /// 拉动消费比达1∶7.6: so much for one; 1：30 without 比 before it is a time of day.
  private func proportion(from one: Numeral) -> Mention? {
    let colon = one.range.upperBound
    guard text[one.range] == [0x31], colon + 1 < paragraph.upperBound,
      [0x3A, 0xFF1A, 0x2236].contains(text[colon]),
      NumeralScalar.arabic(text[colon + 1]) != nil, let other = numerals.numeral(at: colon + 1),
      other.form == .plain,
      (max(paragraph.lowerBound, one.range.lowerBound - 4)..<one.range.lowerBound).contains(where: {
        text[$0] == 0x6BD4
      })
    else { return nil }
    let quantity = Quantity(value: other.value, unit: ":1", dimension: .ratio)
    return bounded(quantity, one.range.lowerBound..<other.range.upperBound, one)
  }

  /// Neighbouring digits have no power of their own here: 两三家 is two to three.
  private func scaledToUpper(_ numeral: Numeral, _ value: Decimal?) -> Decimal? {
    value.flatMap { ExactDecimal.scaled($0, by: numeral.multiplier) }
  }

  /// 3%至5%, 30—50家: one range, unless 由 or 从 makes it a change from one to the other.
  private func span(from first: Numeral) -> Mention? {
    let firstUnit = unit(of: first)
    let gap = firstUnit?.end ?? first.range.upperBound
    let before = first.range.lowerBound - 1
    guard gap + 1 < paragraph.upperBound, Self.connects(text[gap]), NumeralScalar.opens(text[gap + 1]),
      before < paragraph.lowerBound || (text[before] != 0x7531 && text[before] != 0x4ECE),
      let second = numerals.numeral(at: gap + 1), let (unit, end) = unit(of: second),
      firstUnit == nil || firstUnit?.unit.printed == unit.printed
    else { return nil }
    // 3—5万: the power stands once, behind both.
    let power = firstUnit == nil && first.multiplier == 0 ? second.multiplier : 0
    let low = first.value.flatMap { ExactDecimal.scaled($0, by: power) }
    let quantity = Quantity(
      value: nil, low: unit.scaled(low), high: unit.scaled(second.value), unit: unit.printed,
      dimension: unit.dimension, multiplier: second.multiplier)
    return bounded(quantity, first.range.lowerBound..<end, first)
  }

  /// 至 到 — – - ~ ～ between the ends of a range.
  private static func connects(_ scalar: UInt32) -> Bool {
    [0x81F3, 0x5230, 0x2014, 0x2013, 0x2D, 0xFF0D, 0x7E, 0xFF5E].contains(scalar)
  }

  /// Adds the qualifiers around a quantity.
  private func bounded(_ quantity: Quantity, _ core: Range<Int>, _ numeral: Numeral) -> Mention {
    var quantity = quantity
    var range = core
    if quantity.dimension == .percent, let start = Self.minus(before: core.lowerBound, text[paragraph]) {
      quantity.value = quantity.value.map { $0 * -1 }
      range = start..<range.upperBound
    }
    if let (start, qualifier) = qualifier(before: range.lowerBound) {
      quantity.qualifier = qualifier
      range = start..<range.upperBound
    }
    if range.upperBound < paragraph.upperBound, let after = words.qualifier(in: text, at: range.upperBound),
      !after.value.isBefore, !isNoun(at: range.upperBound)
    {
      if quantity.qualifier == .exact || after.value.qualifier != .over {
        quantity.qualifier = after.value.qualifier
      }
      range = range.lowerBound..<after.range.upperBound
    }
    let isOrdinal = core.lowerBound > paragraph.lowerBound && text[core.lowerBound - 1] == 0x7B2C
    if isOrdinal { quantity.dimension = .rank }
    return Mention(
      range: range, core: core, quantity: quantity, isChinese: numeral.isChinese, isOrdinal: isOrdinal)
  }

  /// Where the sign of a percentage begins: -5.2%, 负5.2%; 负增长5.2% is a decrease.
  ///
  /// Only percentages are told below zero; a dash between digits or letters is none: GB-5%, 3-5%. 下降5.2% is
  /// a decrease by a positive number.
  private static func minus(before place: Int, _ paragraph: ArraySlice<UInt32>) -> Int? {
    let before = paragraph[..<place]
    guard let last = before.last else { return nil }
    if last == 0x8D1F { return place - 1 }
    guard last == 0x2D || last == 0x2212 || last == 0xFF0D else { return nil }
    let earlier = before.dropLast().last
    return earlier.map { $0.isDigit || $0.isLetter || $0 == 0x25 || $0 == 0x2D } == true ? nil : place - 1
  }

  /// 多 and 余 after a unit open words too: 30个多功能厅, 12名余姚籍.
  private func isNoun(at place: Int) -> Bool {
    guard NumeralScalar.isOver(text[place]), place + 1 < paragraph.upperBound else { return false }
    return (0x4E00...0x9FFF).contains(text[place + 1])
  }

  private func qualifier(before place: Int) -> (start: Int, Quantity.Qualifier)? {
    if let bound = boundOfVerb(before: place) { return bound }
    if let start = reached(before: place) { return (start, .over) }
    for width in (1...3).reversed() where place - width >= paragraph.lowerBound {
      guard let found = words.qualifier(in: text, at: place - width), found.value.isBefore,
        found.range.upperBound == place
      else { continue }
      // 节约3亿元: the verb owns 约.
      if width == 1, place - 2 >= paragraph.lowerBound, let verb = words.verb(in: text, at: place - 2),
        verb.range.upperBound == place
      {
        return nil
      }
      // 村规民约3026份: 约 belongs to the noun.
      if width == 1, place - 2 >= paragraph.lowerBound, words.isRole(.noun, in: text, place - 2..<place) {
        return nil
      }
      return (place - width, found.value.qualifier)
    }
    return nil
  }

  /// 过万人, 上亿元, 破百万, 过半: 过, 上 and 破 bound only a bare power of ten or a half; 通过3项 and 线上5场 have none.
  private func reached(before place: Int) -> Int? {
    guard place > paragraph.lowerBound, [0x8FC7, 0x4E0A, 0x7834].contains(text[place - 1]),
      text[place] == 0x534A || (NumeralScalar.power(text[place]) ?? 0) > 1,
      place - 1 == paragraph.lowerBound || ![0x8D85, 0x7A81].contains(text[place - 2])
    else { return nil }
    return place - 1
  }

  /// 至少培育5个, 最多保留3家: the bound may stand before the verb. The number's own range stays what it is.
  private func boundOfVerb(before place: Int) -> (start: Int, Quantity.Qualifier)? {
    for width in 2...3 where place - width - 2 >= paragraph.lowerBound {
      guard let verb = words.verb(in: text, at: place - width), verb.range.upperBound == place,
        let found = words.qualifier(in: text, at: place - width - 2), found.value.isBefore,
        found.range.upperBound == place - width,
        found.value.qualifier == .atLeast || found.value.qualifier == .atMost
      else { continue }
      return (place, found.value.qualifier)
    }
    return nil
  }

  // MARK: Units

  /// A unit as read: its printed form, and 成 for tens of per cent.
  private struct Unit {
    var printed: String
    var dimension: Quantity.Dimension
    var isTenths = false

    func scaled(_ value: Decimal?) -> Decimal? { isTenths ? value.map { $0 * 10 } : value }
  }

  private func unit(of numeral: Numeral) -> (unit: Unit, end: Int)? {
    var place = numeral.range.upperBound
    switch numeral.form {
    case .percent: return (Unit(printed: "%", dimension: .percent), place)
    case .fraction: return (Unit(printed: "", dimension: .ratio), place)
    case .permille: return (Unit(printed: "‰", dimension: .ratio), place)
    case .doubling: return (Unit(printed: "倍", dimension: .ratio), place)
    case .plain: break
    }
    while place < paragraph.upperBound, text[place].isBlank, place < numeral.range.upperBound + 2 {
      place += 1
    }
    // 注册用户超过600万。: with 万 or 亿 a number may do without a unit at the end of a clause.
    if numeral.multiplier >= 4, !numeral.isSerial,
      place == paragraph.upperBound || Clauses.isMark(text[place])
    {
      return (Unit(printed: "", dimension: .count), numeral.range.upperBound)
    }
    if isPlace(numeral) { return (Unit(printed: "", dimension: .rank), numeral.range.upperBound) }
    if movesIndex(numeral) { return (Unit(printed: ":1", dimension: .ratio), numeral.range.upperBound) }
    if isIndex(numeral) { return (Unit(printed: "", dimension: .other), numeral.range.upperBound) }
    guard place < paragraph.upperBound else { return nil }
    if let rate = perHundredThousand(at: place) { return rate }
    guard let found = words.unit(in: text, at: place), let dimension = found.value.dimension else {
      // 4063万老年人: with 万 or 亿 people are counted without a measure word, too.
      let people = words.role(in: text, at: place)?.value == .base
      return people && numeral.multiplier >= 4 ? (Unit(printed: "人", dimension: .people), place) : nil
    }
    if text[place] == 0x6210 {
      return (Unit(printed: "%", dimension: .percent, isTenths: true), found.range.upperBound)
    }
    let (denominator, end) = denominator(after: found.range.upperBound)
    return (Unit(printed: found.value.printed + denominator, dimension: dimension), end)
  }

  /// 分别提高3.1和1.7个百分点: of two shared values the first may leave its unit to the second.
  private func borrowedUnit(of numeral: Numeral) -> (unit: Unit, end: Int)? {
    let link = numeral.range.upperBound
    guard link + 1 < paragraph.upperBound, text[link] == 0x548C || text[link] == 0x3001,
      NumeralScalar.arabic(text[link + 1]) != nil, numeral.form == .plain, numeral.multiplier == 0,
      let next = numerals.numeral(at: link + 1), let unit = unit(of: next)?.unit,
      (max(paragraph.lowerBound, numeral.range.lowerBound - 14)..<numeral.range.lowerBound).contains(where: {
        text.has(Self.each, at: $0)
      })
    else { return nil }
    return (unit, link)
  }

  private static let each = [UInt32]("分别")

  /// 居全省第三: a rank that closes its clause.
  private func isPlace(_ numeral: Numeral) -> Bool {
    let (start, end) = (numeral.range.lowerBound, numeral.range.upperBound)
    guard start > paragraph.lowerBound, text[start - 1] == 0x7B2C, numeral.multiplier == 0 else {
      return false
    }
    return end == paragraph.upperBound || Clauses.isMark(text[end])
  }

  /// 死亡率0.012, 基尼系数为0.38: a decimal that closes its clause behind the name of an index needs no unit.
  private func isIndex(_ numeral: Numeral) -> Bool {
    let end = numeral.range.upperBound
    guard numeral.multiplier == 0, text[numeral.range].contains(where: NumeralScalar.isPoint),
      end == paragraph.upperBound || Clauses.isMark(text[end])
    else { return false }
    var place = numeral.range.lowerBound
    for width in (1...3).reversed() where place - width > paragraph.lowerBound {
      guard let verb = words.verb(in: text, at: place - width), verb.range.upperBound == place else {
        continue
      }
      place -= width
      break
    }
    return (1...3).contains {
      place - $0 > paragraph.lowerBound && words.isRole(.index, in: text, place - $0..<place)
    }
  }

  /// 收入比由1.63缩小到1.59: an index that moves is told by two bare decimals.
  private func movesIndex(_ numeral: Numeral) -> Bool {
    guard numeral.multiplier == 0, text[numeral.range].contains(where: NumeralScalar.isPoint) else {
      return false
    }
    let start = numeral.range.lowerBound
    let clause = (max(paragraph.lowerBound, start - 20)..<start).reversed().prefix {
      !Clauses.isMark(text[$0])
    }
    guard let from = clause.first(where: { text[$0] == 0x7531 || text[$0] == 0x4ECE }) else { return false }
    let end = numeral.range.upperBound
    guard end == paragraph.upperBound || Clauses.isMark(text[end]) || words.verb(in: text, at: end) != nil
    else {
      return false
    }
    return (1...3).contains {
      from - $0 > paragraph.lowerBound && words.isRole(.index, in: text, from - $0..<from)
    }
  }

  /// 9.8/10万, and 3:1.
  private func perHundredThousand(at place: Int) -> (unit: Unit, end: Int)? {
    if text[place] == 0x2F || text[place] == 0xFF0F, place + 1 < paragraph.upperBound,
      let base = numerals.numeral(at: place + 1), base.multiplier > 0 || text[base.range.lowerBound] == 0x5343
    {
      return (
        Unit(printed: "/" + String(scalars: text[place + 1..<base.range.upperBound]), dimension: .ratio),
        base.range.upperBound
      )
    }
    if text[place] == 0x3A || text[place] == 0xFF1A || text[place] == 0x2236,
      place + 1 < paragraph.upperBound,
      text[place + 1] == 0x31,
      place + 2 == paragraph.upperBound || NumeralScalar.arabic(text[place + 2]) == nil
    {
      return (Unit(printed: ":1", dimension: .ratio), place + 2)
    }
    return nil
  }

  /// /月, /人·月, /人/月 after a unit, in one notation: money a month is for one person unless something else is
  /// named.
  private func denominator(after place: Int) -> (String, Int) {
    var parts: [String] = []
    var place = place
    while place + 1 < paragraph.upperBound, [0x2F, 0xFF0F, 0xB7].contains(text[place]), parts.count < 3,
      (0x4E00...0x9FFF).contains(text[place + 1])
    {
      // 4批次/千人: the base may carry a power.
      var base = place + 1
      while base + 1 < paragraph.upperBound, NumeralScalar.power(text[base]) != nil { base += 1 }
      let end = words.unit(in: text, at: base)?.range.upperBound ?? base + 1
      parts.append(String(scalars: text[place + 1..<end]))
      place = end
    }
    if parts == ["月"] { parts = ["人", "月"] }
    return (parts.isEmpty ? "" : "/" + parts.joined(separator: "·"), place)
  }
}
