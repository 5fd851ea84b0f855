// SPDX-License-Identifier: Apache-2.0

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
  /// 每 + base, once or twice (每人每月, 每岛每月), or 每 + 百, 千, 万 + people (每千名老年人). A base is one scalar but for
  /// the people of the table, which keeps 每千名老年人拥有 from running on.
  init?(in text: [UInt32], at start: Int, end: Int, _ words: FigureWords) {
    guard start + 1 < end, text[start] == 0x6BCF else { return nil }
    var place = start + 1
    while place < end, NumeralScalar.power(text[place]) != nil { place += 1 }
    if place > start + 1 {
      guard place < end, let base = words.role(in: text, at: place), base.value == .base else { return nil }
      range = start..<base.range.upperBound
      denominator = String(scalars: text[start + 1..<range.upperBound])
      isRatio = true
      return
    }
    var parts: [String] = []
    place = start
    while place + 1 < end, text[place] == 0x6BCF {
      let width = Self.width(in: text, at: place + 1, end: end)
      parts.append(String(scalars: text[place + 1..<place + 1 + width]))
      place += 1 + width
    }
    range = start..<place
    denominator = (parts == ["月"] ? ["人", "月"] : parts).joined(separator: "·")
    isRatio = false
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
