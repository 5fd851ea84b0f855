// SPDX-License-Identifier: Apache-2.0

/// The best pairing where few pairs are possible at all: of sixty figures each meets two or three.
///
/// What no chain of offers connects cannot influence one another, so each connected part is solved on its
/// own; the result is that of one assignment over everything, at a hundredth of its cost.
enum SparseAssignment {
  /// A pair that is worth more than nothing.
  struct Offer {
    var from: Int
    var to: Int
    var profit: Double
  }

  /// The chosen pairs, ascending by `from`.
  static func best(_ offers: [Offer]) -> [(from: Int, to: Int)] {
    parts(offers).flatMap(solve).sorted { $0.from < $1.from }
  }

  private static func solve(_ offers: [Offer]) -> [(from: Int, to: Int)] {
    if offers.count == 1 { return [(offers[0].from, offers[0].to)] }
    let rows = Set(offers.map(\.from)).sorted()
    let columns = Set(offers.map(\.to)).sorted()
    let rowOf = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let columnOf = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var profit = [[Double]](repeating: [Double](repeating: 0, count: columns.count), count: rows.count)
    for offer in offers { profit[rowOf[offer.from] ?? 0][columnOf[offer.to] ?? 0] = offer.profit }
    return Assignment.best(profit).enumerated().compactMap { row, column in
      column.map { (rows[row], columns[$0]) }
    }
  }

  /// The offers by connected part, parts in the order of their first offer.
  private static func parts(_ offers: [Offer]) -> [[Offer]] {
    var partOfFrom: [Int: Int] = [:]
    var partOfTo: [Int: Int] = [:]
    var parts: [[Offer]] = []
    for offer in offers {
      let joined = Set([partOfFrom[offer.from], partOfTo[offer.to]].compactMap(\.self)).sorted()
      let part = joined.first ?? parts.count
      if joined.isEmpty { parts.append([]) }
      for other in joined.dropFirst() {
        parts[part] += parts[other]
        parts[other] = []
      }
      parts[part].append(offer)
      for member in joined.count > 1 ? parts[part] : [offer] {
        partOfFrom[member.from] = part
        partOfTo[member.to] = part
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
