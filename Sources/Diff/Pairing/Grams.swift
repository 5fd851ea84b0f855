// SPDX-License-Identifier: Apache-2.0

/// Texts as weighted character n-grams, so that likeness needs no word list.
///
/// Grams of 2 to 4 letters; a gram weighs the more the fewer of the texts hold it (TF-IDF). Marks and quotes
/// do not count and end a gram. Each gram has a number in the order of its first appearance and vectors are
/// sorted by it: sums run in one order and come out the same in each run.
struct Grams: Sendable {
  /// One text: grams in ascending order with their weights, length 1 in all.
  struct Vector: Sendable {
    fileprivate var grams: [Int32]
    fileprivate var weights: [Double]

    /// The cosine with another vector, 0 to 1.
    func cosine(_ other: Vector) -> Double {
      var sum = 0.0
      forEachShared(other) { sum += weights[$0] * other.weights[$1] }
      return min(1, sum)
    }

    /// The share of this text's weight that the other one holds too, 0 to 1.
    func contained(in other: Vector) -> Double {
      var sum = 0.0
      forEachShared(other) { mine, _ in sum += weights[mine] * weights[mine] }
      return min(1, sum)
    }

    @inline(__always)
    private func forEachShared(_ other: Vector, _ body: (Int, Int) -> Void) {
      var (i, j) = (0, 0)
      while i < grams.count, j < other.grams.count {
        let (a, b) = (grams[i], other.grams[j])
        if a == b { body(i, j) }
        if a <= b { i += 1 }
        if b <= a { j += 1 }
      }
    }
  }

  let vectors: [Vector]

  /// Weighs all texts against each other; `vectors` is in the order of `texts`.
  init(_ texts: [String]) {
    var index = GramIndex()
    let counted = texts.map { Self.count($0, &index) }
    var holders = [Int](repeating: 0, count: index.count)
    for (grams, _) in counted {
      for gram in grams { holders[Int(gram)] += 1 }
    }
    let all = Double(texts.count)
    // A gram is held by one text at least and by all at most: as many rarities as there are texts.
    let rarity = (0...texts.count).map { 1 + Self.log2((1 + all) / Double(1 + $0)) }
    vectors = counted.map { grams, counts in
      var weights = zip(grams, counts).map { gram, count in
        (1 + Self.log2(Double(count))) * rarity[holders[Int(gram)]]
      }
      let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for place in weights.indices { weights[place] /= length }
      return Vector(grams: grams, weights: weights)
    }
  }

  /// The grams of a text, ascending, and how often each stands in it.
  private static func count(_ text: String, _ index: inout GramIndex) -> (grams: [Int32], counts: [Int]) {
    var found: [Int32] = []
    // The last three letters, 21 bits each: with a fourth they no longer fit, so that one is mixed in by
    // `GramIndex`.
    var (first, second, third) = (UInt64(0), UInt64(0), UInt64(0))
    for scalar in text.unicodeScalars {
      guard scalar.isLetter else {
        (first, second, third) = (0, 0, 0)
        continue
      }
      let last = UInt64(scalar.value)
      if third > 0 { found.append(index.number(third << 21 | last, 0)) }
      if second > 0 { found.append(index.number(second << 42 | third << 21 | last, 0)) }
      if first > 0 { found.append(index.number(second << 42 | third << 21 | last, first)) }
      (first, second, third) = (second, third, last)
    }
    found.sort()
    return runs(found)
  }

  private static func runs(_ sorted: [Int32]) -> (grams: [Int32], counts: [Int]) {
    var grams: [Int32] = []
    var counts: [Int] = []
    for gram in sorted {
      if grams.last == gram {
        counts[counts.count - 1] += 1
      } else {
        grams.append(gram)
        counts.append(1)
      }
    }
    return (grams, counts)
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
