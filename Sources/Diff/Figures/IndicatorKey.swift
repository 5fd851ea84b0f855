// SPDX-License-Identifier: Apache-2.0

/// What the name of an indicator decides, worked out once a name: the reports of a series and of its peers
/// tell of the same things.
///
/// A class, because thousands of figures have it in common.
final class IndicatorKey {
  /// The standard form: 福利彩票 for 福彩销售额.
  let name: String
  /// True for an addition or a removal: 新增长者食堂.
  let adds: Bool
  /// True for a growth by its name: 增幅.
  let grows: Bool
  /// True for a fall by its name: 降幅.
  let falls: Bool
  private let sides: [Int]
  /// The pairs of neighbouring characters in the name, ascending.
  private let pairs: [UInt64]
  private let hash: Int

  init(_ indicator: String, words: ComparingWords) {
    let name = words.indicators.standard(indicator)
    self.name = name
    adds = words.figures.isFlow(indicator)
    grows = words.figures.grows.contains(where: indicator.hasSuffix)
    falls = grows && indicator.holds("降")
    sides = words.figures.sides(of: indicator)
    pairs = Self.pairs(name)
    hash = pairs.hashValue
  }

  private static func pairs(_ name: String) -> [UInt64] {
    let letters = name.unicodeScalars.map { UInt64($0.value) }
    guard letters.count > 1 else { return letters }
    return zip(letters, letters.dropFirst()).map { $0 << 32 | $1 }.sorted()
  }

  /// True where the standard forms are equal.
  ///
  /// The hashes go first: of two thousand pairs of names nearly all differ, and comparing Strings normalises
  /// them.
  func isNamed(like other: IndicatorKey) -> Bool {
    self === other || (hash == other.hash && pairs == other.pairs && name == other.name)
  }

  /// True where one names the one side of a contrast and the other its opposite.
  func contradicts(_ other: IndicatorKey) -> Bool {
    zip(sides, other.sides).contains { $0 != $1 && $0 > 0 && $1 > 0 }
  }

  /// How like two names are, 0 to 1: shared pairs of characters, or the share of the shorter in the longer.
  ///
  /// A name that only leaves out what the context says (义务教育巩固率 for 九年义务教育巩固率) is like; the last character
  /// decides for the thing counted, so that 持证率 and 持证人员 are not.
  func likeness(_ other: IndicatorKey) -> Double {
    if isNamed(like: other) { return 1 }
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return 0 }
    let shared = Double(Self.shared(pairs, other.pairs))
    let dice = 2 * shared / Double(pairs.count + other.pairs.count)
    let within = shared / Double(min(pairs.count, other.pairs.count))
    return min(0.99, 0.55 * dice + 0.45 * within)
  }

  private static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      let (left, right) = (a[i], b[j])
      if left == right { count += 1 }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return count
  }
}
