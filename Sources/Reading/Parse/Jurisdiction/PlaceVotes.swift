// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The places of a report, weighed: which division do they speak for?
///
/// A place speaks for itself and, weaker with each step, for what lies above it: 越秀区 and 白云区 speak for 广州市. A
/// name that several divisions share speaks only for the one whose surroundings speak already.
struct PlaceVotes {
  /// How much a step up takes away: two districts do not outweigh their city's neighbour that is named once.
  private static let step = 0.4
  /// The most that one place can weigh: a report on one model town is not the town's.
  private static let limit = 16.0

  private let divisions: DivisionTable
  private let year: Int?
  /// What is said of each row itself.
  private var own: [Int: Double] = [:]
  private var hints: [Int: Double] = [:]
  private var shared: [(rows: [Int], weight: Double)] = []
  /// The same with its share of what is said of the rows below.
  private(set) var totals: [Int: Double] = [:]

  init(divisions: DivisionTable, year: Int?) {
    self.divisions = divisions
    self.year = year
  }

  /// Counts the places of a clause; `factor` tells how much the stretch of text is worth.
  mutating func count(_ clause: Clause, factor: Double) {
    for case let place? in clause.tokens.map(\.place) {
      let weight = factor * (place.named ? 2 : 1) * (place.acting ? 2 : 1) * (place.venue ? 0.5 : 1)
      if place.rows.count == 1 {
        own[place.rows[0]] = min(Self.limit, own[place.rows[0], default: 0] + weight)
      } else {
        shared.append((place.rows, weight))
      }
    }
  }

  /// Notes places that speak for nothing by themselves but settle which 鼓楼区 is meant: the file's folder.
  mutating func hint(_ clause: Clause) {
    for case let place? in clause.tokens.map(\.place) where place.rows.count == 1 {
      hints[place.rows[0], default: 0] += 1
    }
  }

  /// Settles shared names and adds up; to be called once, after all places are counted.
  ///
  /// `unit` is what the report calls its division: where 全县 is said, 承德 is 承德县.
  mutating func close(calling unit: DivisionUnit?) {
    totals = spread()
    for (rows, weight) in shared {
      guard let row = settle(rows, unit) else { continue }
      own[row] = min(Self.limit, own[row, default: 0] + weight)
    }
    totals = spread()
  }

  private func settle(_ rows: [Int], _ unit: DivisionUnit?) -> Int? {
    let called = Set(unit.map { unit in rows.filter { divisions.fits($0, unit) } } ?? [])
    // A county and its city of the same name share their surroundings: of them what the report calls itself,
    // or the city.
    let apart = rows.filter { row in
      !rows.contains { other in
        isBelow(row, other) && !called.contains(row) || isBelow(other, row) && called.contains(other)
      }
    }
    let ranked = apart.map { (row: $0, votes: around($0)) }.sorted { ($0.votes, $1.row) > ($1.votes, $0.row) }
    guard let best = ranked.first else { return nil }
    if ranked.count == 1 || best.votes > ranked[1].votes { return best.row }
    return called.count == 1 ? called.first : nil
  }

  private func isBelow(_ row: Int, _ other: Int) -> Bool {
    divisions.chain(of: row, in: year).dropFirst().contains(other)
  }

  /// What speaks for a row: its own votes, and those of what lies above it.
  func around(_ row: Int) -> Double {
    divisions.chain(of: row, in: year).reduce(0) { $0 + (totals[$1] ?? 0) + (hints[$1] ?? 0) }
  }

  /// All that is said of a row and of what lies below it, at full weight.
  func below(_ row: Int) -> Double {
    var sum = 0.0
    for (place, weight) in own.sorted(by: { $0.key < $1.key })
    where divisions.chain(of: place, in: year).contains(row) { sum += weight }
    return sum
  }

  /// Adds in the order of rows, so that sums of fractions come out the same in every run.
  private func spread() -> [Int: Double] {
    var totals: [Int: Double] = [:]
    for (row, weight) in own.sorted(by: { $0.key < $1.key }) {
      var share = weight
      for ancestor in divisions.chain(of: row, in: year) {
        totals[ancestor, default: 0] += share
        share *= Self.step
      }
    }
    return totals
  }
}
