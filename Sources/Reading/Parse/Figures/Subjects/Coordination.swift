// SPDX-License-Identifier: Apache-2.0

/// Names joined by 、, 和 or 及: one value for each (分别), or one value for all.
struct Coordination {
  let words: FigureWords
  let text: [UInt32]

  /// The joined names of a stretch: 城市、农村低保平均标准 is 城市低保平均标准 and 农村低保平均标准.
  ///
  /// Names that lack the common end borrow it from the last, and names that lack the common head from the
  /// first.
  func names(in window: Range<Int>, wanted: Int) -> [String] {
    var parts = split(window)
    if parts.count == 1, wanted == 2, let both = townAndCountry(parts[0]) { return both }
    guard parts.count > 1 else { return parts.map { String(scalars: text[$0]) } }
    if parts.count > wanted, wanted > 1 { parts = Array(parts.suffix(wanted)) }
    let measure = measureLength(parts[parts.count - 1])
    if measure == 0, let names = afterMeasure(parts) { return names }
    return parts.enumerated().map { place, part in
      let own = String(scalars: text[part])
      let isShort = part.count <= 3 || isParallel(part, parts[parts.count - 1])
      if place < parts.count - 1, let people = people(of: parts[parts.count - 1], beside: part, measure) {
        return own + String(scalars: text[people])
      }
      guard place < parts.count - 1, isShort, measureLength(part) == 0 else { return own }
      return own
        + String(scalars: text[tail(of: parts[parts.count - 1], keeping: max(measure, 2), beside: part)])
    }
  }

  /// Names that share one value, told by a common kind of measure: A标准和B标准提高至2454元. Otherwise one name.
  func sharing(_ window: Range<Int>) -> [Range<Int>] {
    let parts = split(window)
    guard parts.count > 1, parts.allSatisfy({ $0.count > 3 && measureLength($0) > 0 }) else {
      return [window]
    }
    return parts
  }

  /// Cut at 、 和 及 与 outside quotes; 与 and 和 inside words are guarded by the table (和谐).
  private func split(_ window: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = window.lowerBound
    var place = start
    while place < window.upperBound {
      if let close = Clauses.close(of: place, in: text, end: window.upperBound) {
        place = close + 1
      } else if let noun = words.role(in: text, at: place), noun.value == .noun {
        place = noun.range.upperBound
      } else if [0x3001, 0x548C, 0x53CA, 0x4E0E].contains(text[place]) {
        if place > start { parts.append(start..<place) }
        place += 1
        start = place
      } else {
        place += 1
      }
    }
    if start < window.upperBound { parts.append(start..<window.upperBound) }
    return parts
  }

  /// 城镇居民、农村居民人均可支配收入: the last name begins with a modifier that ends as the shorter name does.
  private func isParallel(_ part: Range<Int>, _ last: Range<Int>) -> Bool {
    guard part.count >= 2, last.count > part.count + 1 else { return false }
    let end = last.lowerBound + part.count
    return text[part.upperBound - 2..<part.upperBound] == text[end - 2..<end]
  }

  /// 机构集中养育和社会散居孤儿基本生活费标准: a modifier of people borrows them with what is measured.
  private func people(of last: Range<Int>, beside part: Range<Int>, _ measure: Int) -> Range<Int>? {
    guard measure > 0, part.count > 3, measureLength(part) == 0,
      !part.contains(where: { isPeople($0, part) }),
      let start = last.dropFirst(2).first(where: { isPeople($0, last) }),
      start - last.lowerBound <= part.count
    else { return nil }
    return start..<last.upperBound
  }

  private func isPeople(_ place: Int, _ range: Range<Int>) -> Bool {
    words.role(in: text, at: place).map {
      $0.value == .base && $0.range.count > 1 && $0.range.upperBound <= range.upperBound
    }
      ?? false
  }

  /// True where a name ends in what is measured: 比例, 率, 标准.
  func isMeasured(_ name: Range<Int>) -> Bool { measureLength(name) > 0 }

  /// 基金支付比例职工医保、居民医保: what is measured stands before the parts that it is told for.
  private func afterMeasure(_ parts: [Range<Int>]) -> [String]? {
    let first = parts[0]
    guard
      let cut = (first.lowerBound + 4..<max(first.lowerBound + 4, first.upperBound - 1)).last(where: {
        measureLength(first.lowerBound..<$0) > 0 && abs(first.upperBound - $0 - parts[1].count) <= 2
      })
    else { return nil }
    let head = String(scalars: text[first.lowerBound..<cut])
    return [String(scalars: text[first])] + parts.dropFirst().map { head + String(scalars: text[$0]) }
  }

  /// How many scalars at the end of a name say what is measured: 标准, 率; 0 where none do.
  private func measureLength(_ part: Range<Int>) -> Int {
    for length in (1...3).reversed() where part.count > length {
      let end = part.upperBound - length..<part.upperBound
      if words.isRole(.measure, in: text, end) || words.isRole(.relational, in: text, end) { return length }
    }
    return 0
  }

  /// The part of the last name that a shorter one borrows: all but a modifier as long as the shorter name.
  private func tail(of last: Range<Int>, keeping least: Int, beside part: Range<Int>) -> Range<Int> {
    min(last.lowerBound + part.count, last.upperBound - least)..<last.upperBound
  }

  /// 城乡低保标准 with two values is that of the towns and that of the country.
  private func townAndCountry(_ part: Range<Int>) -> [String]? {
    guard text.has([UInt32]("城乡"), at: part.lowerBound) else { return nil }
    let rest = String(scalars: text[part.dropFirst(2)])
    return ["城市" + rest, "农村" + rest]
  }
}
