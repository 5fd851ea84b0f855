// SPDX-License-Identifier: Apache-2.0

/// Texts as weighted character n-grams, so that likeness needs no word list.
///
/// Grams of 2 to 4 letters, hashed; a gram weighs the more the fewer of the texts hold it (TF-IDF). Marks and
/// quotes do not count and end a gram. Vectors are kept sorted by gram: sums run in one order and come out
/// the same in each run.
struct Grams: Sendable {
  /// One text: grams in ascending order with their weights, length 1 in all.
  struct Vector: Sendable {
    fileprivate var entries: [(gram: UInt64, weight: Double)]

    /// The cosine with another vector, 0 to 1.
    func cosine(_ other: Vector) -> Double {
      var sum = 0.0
      forEachShared(other) { sum += $0 * $1 }
      return min(1, sum)
    }

    /// The share of this text's weight that the other one holds too, 0 to 1.
    func contained(in other: Vector) -> Double {
      var sum = 0.0
      forEachShared(other) { mine, _ in sum += mine * mine }
      return min(1, sum)
    }

    private func forEachShared(_ other: Vector, _ body: (Double, Double) -> Void) {
      var (i, j) = (0, 0)
      while i < entries.count, j < other.entries.count {
        let (a, b) = (entries[i].gram, other.entries[j].gram)
        if a == b { body(entries[i].weight, other.entries[j].weight) }
        if a <= b { i += 1 }
        if b <= a { j += 1 }
      }
    }
  }

  let vectors: [Vector]

  /// Weighs all texts against each other; `vectors` is in the order of `texts`.
  init(_ texts: [String]) {
    let counted = texts.map(Self.count)
    var holders: [UInt64: Int] = [:]
    for counts in counted {
      for gram in counts.keys { holders[gram, default: 0] += 1 }
    }
    let all = Double(texts.count)
    vectors = counted.map { counts in
      var entries = counts.map { gram, count in
        (
          gram: gram,
          weight: (1 + Self.log2(Double(count)))
            * (1 + Self.log2((1 + all) / Double(1 + (holders[gram] ?? 0))))
        )
      }
      entries.sort { $0.gram < $1.gram }
      let length = entries.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      guard length > 0 else { return Vector(entries: []) }
      return Vector(entries: entries.map { ($0.gram, $0.weight / length) })
    }
  }

  private static func count(_ text: String) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    var last: [UInt64] = []
    for scalar in text.unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        last.removeAll(keepingCapacity: true)
        continue
      }
      last.append(UInt64(scalar.value))
      if last.count > 4 { last.removeFirst() }
      for width in 2...4 where width <= last.count {
        counts[hash(last.suffix(width)), default: 0] += 1
      }
    }
    return counts
  }

  /// FNV-1a over scalars: the same on every machine and in every run, unlike `Hasher`.
  private static func hash(_ scalars: ArraySlice<UInt64>) -> UInt64 {
    scalars.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
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
