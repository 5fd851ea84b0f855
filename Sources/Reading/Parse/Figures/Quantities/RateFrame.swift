// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The 每… that a quantity is told for: 每人每月, 每千名老年人, 人均.
struct RateFrame: Hashable {
  /// Where its words stand.
  var range: Range<Int>
  /// What follows the slash of the unit: 人·月, 千名老年人.
  var denominator: String
  /// Per hundred or thousand people: a ratio, and part of the indicator's name.
  var isRatio: Bool

  /// The frame that begins with 每 at `start`.
  ///
  /// 每 + base, once or twice (每人每月, 每岛每月), or 每 + a number + people or things (每千名老年人, 每10万人).
  /// A base is one scalar but for the people of the table, which keeps 每千名老年人拥有 from running on.
  init?(in text: [UInt32], at start: Int, end: Int, _ words: FigureWords) {
    if let average = Self.averages.first(where: {
      text.has($0.word, at: start) && start + $0.word.count < end
    }) {
      (range, denominator, isRatio) = (start..<start + average.word.count, average.denominator, false)
      return
    }
    guard start + 1 < end, text[start] == 0x6BCF else { return nil }
    var place = start + 1
    while place < end, Self.counts(text[place]) { place += 1 }
    if place > start + 1 {
      guard place < end, let base = Self.base(in: text, at: place, words), base.upperBound <= end
      else { return nil }
      range = start..<base.upperBound
      denominator = String(scalars: text[start + 1..<range.upperBound])
      isRatio = true
      return
    }
    var parts: [String] = []
    place = start
    while place + 1 < end, text[place] == 0x6BCF {
      var first = place + 1
      var width = Self.width(in: text, at: first, end: end)
      // 每个街道: the place itself is what the rate is told for.
      if text[first] == 0x4E2A, let named = words.unit(in: text, at: first + 1), named.range.count > 1,
        named.value.dimension == .count, named.range.upperBound < end
      {
        (first, width) = (first + 1, named.range.count)
      }
      parts.append(String(scalars: text[first..<first + width]))
      place = first + width
    }
    range = start..<place
    denominator = (parts == ["月"] ? ["人", "月"] : parts).joined(separator: "·")
    isRatio = false
  }

  /// 提高到年人均4680元: for one person in a year.
  private static let averages = [("年人均", "人·年"), ("月人均", "人·月"), ("人均每月", "人·月"), ("人均每年", "人·年")].map {
    (word: [UInt32]($0.0), denominator: $0.1)
  }

  /// True where a frame may begin: 每, 年人均, 月人均, 人均每月.
  static func opens(_ scalar: UInt32) -> Bool {
    scalar == 0x6BCF || scalar == 0x5E74 || scalar == 0x6708 || scalar == 0x4EBA
  }

  /// 每.
  static func isEach(_ scalar: UInt32) -> Bool { scalar == 0x6BCF }

  /// 每月 without a person: of money one person's, of anything else just the month's.
  func denominator(of dimension: Quantity.Dimension) -> String {
    range.count == 2 && denominator == "人·月" && dimension != .money ? "月" : denominator
  }

  /// A digit or a power of ten: 每千名, 每10万人.
  private static func counts(_ scalar: UInt32) -> Bool {
    NumeralScalar.arabic(scalar) != nil || NumeralScalar.power(scalar) != nil
  }

  /// The people or the measure that stand behind the number.
  private static func base(in text: [UInt32], at place: Int, _ words: FigureWords) -> Range<Int>? {
    if let people = words.role(in: text, at: place), people.value == .base { return people.range }
    return words.unit(in: text, at: place).flatMap { $0.value.dimension == nil ? nil : $0.range }
  }

  /// The frame that begins at `place`.
  static func at(_ place: Int, in rates: [RateFrame]) -> RateFrame? {
    var (low, high) = (0, rates.count)
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < rates.count && rates[low].range.lowerBound == place ? rates[low] : nil
  }

  /// The last of `rates`, which are in the order of the text, that ends at `place` or before, by bisection.
  static func last(before place: Int, in rates: [RateFrame]) -> RateFrame? {
    var (low, high) = (0, rates.count)
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rates[low - 1] : nil
  }

  /// 每平方米 and 每小时 have longer bases; all others are one scalar.
  private static func width(in text: [UInt32], at place: Int, end: Int) -> Int {
    for word in ["平方米", "立方米", "小时", "公里", "张床"] {
      let scalars = word.unicodeScalars.map(\.value)
      if place + scalars.count <= end, text[place..<place + scalars.count].elementsEqual(scalars) {
        return scalars.count
      }
    }
    return 1
  }
}
