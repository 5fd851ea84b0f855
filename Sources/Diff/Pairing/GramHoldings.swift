// SPDX-License-Identifier: Apache-2.0

/// Which texts hold which grams, how often, and what that weighs: an index from grams to texts.
///
/// Texts are added in ascending order of their numbers. A gram's holders are a chain of entries, the last
/// text first.
struct GramHoldings {
  private struct Holding {
    let text: Int
    var count: Int
    var weight = 0.0
    /// The entry of the text before in the gram's chain; −1 ends it.
    let next: Int
  }

  private var index = GramIndex()
  private var holdings: [Holding] = []
  /// By the gram's number, the entry of its last text and how many texts hold it.
  private var chains: [(last: Int, holders: Int)] = []

  /// Adds the grams of a text.
  mutating func add(_ text: String, number: Int) {
    // The last three letters, 21 bits each: with a fourth they no longer fit, so that one is mixed in by
    // `GramIndex`.
    var (first, second, third) = (UInt64(0), UInt64(0), UInt64(0))
    for scalar in text.unicodeScalars {
      guard scalar.isLetter else {
        (first, second, third) = (0, 0, 0)
        continue
      }
      let last = UInt64(scalar.value)
      if third > 0 { hold(index.number(third << 21 | last, 0), number) }
      if second > 0 { hold(index.number(second << 42 | third << 21 | last, 0), number) }
      if first > 0 { hold(index.number(second << 42 | third << 21 | last, first), number) }
      (first, second, third) = (second, third, last)
    }
  }

  private mutating func hold(_ gram: Int32, _ text: Int) {
    let gram = Int(gram)
    if gram == chains.count { chains.append((-1, 0)) }
    let last = chains[gram].last
    if last >= 0, holdings[last].text == text {
      holdings[last].count += 1
    } else {
      chains[gram] = (holdings.count, chains[gram].holders + 1)
      holdings.append(Holding(text: text, count: 1, next: last))
    }
  }

  /// Weighs all texts against each other, when all are added.
  mutating func weigh(texts: Int) {
    let all = Double(texts)
    // A gram is held by one text at least and by all at most: as many rarities as there are texts.
    let rarity = (0...texts).map { 1 + Self.log2((1 + all) / Double(1 + $0)) }
    var lengths = [Double](repeating: 0, count: texts)
    for chain in chains {
      var place = chain.last
      while place >= 0 {
        let count = holdings[place].count
        // Most grams stand once in a text, and the logarithm of 1 is 0.
        let often = count == 1 ? 1 : 1 + Self.log2(Double(count))
        let weight = often * rarity[chain.holders]
        holdings[place].weight = weight
        lengths[holdings[place].text] += weight * weight
        place = holdings[place].next
      }
    }
    lengths = lengths.map { $0.squareRoot() }
    for place in holdings.indices { holdings[place].weight /= lengths[holdings[place].text] }
  }

  /// Calls `body` for each gram with each pair of texts on either side of number `border` that hold it: the
  /// two texts, counted from 0 on each side, and what the gram weighs in them.
  func forEachShared(from border: Int, _ body: (Int, Int, Double, Double) -> Void) {
    for chain in chains where chain.holders > 1 {
      var later = chain.last
      while later >= 0, holdings[later].text >= border {
        var earlier = holdings[later].next
        while earlier >= 0 {
          if holdings[earlier].text < border {
            body(
              holdings[earlier].text, holdings[later].text - border, holdings[earlier].weight,
              holdings[later].weight)
          }
          earlier = holdings[earlier].next
        }
        later = holdings[later].next
      }
    }
  }

  /// The binary logarithm without the C library: exponent plus a short series.
  private static func log2(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let fraction = (value.significand - 1) / (value.significand + 1)
    let square = fraction * fraction
    let series = fraction * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
    return Double(value.exponent) + series * 2 / 0.693_147_180_559_945_3
  }
}
