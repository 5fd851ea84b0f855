// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The places of a report, weighed: which division do they speak for?
///
/// A place speaks for itself and, weaker with each step, for what lies above it: 越秀区 and 白云区 speak for 广州市. A name
/// that several divisions share speaks only for the one whose surroundings speak already.
struct PlaceVotes {
  /// How much a step up takes away: two districts do not outweigh their city's neighbour that is named once.
  private static let step = 0.4
  /// How often one place is counted: a report on one model town is not the town's.
  private static let limit = 4.0

  private let divisions: DivisionTable
  private let year: Int?
  private var weights: [Int: Double] = [:]
  private var hints: [Int: Double] = [:]
  private var shared: [(rows: [Int], weight: Double)] = []

  init(divisions: DivisionTable, year: Int?) {
    self.divisions = divisions
    self.year = year
  }

  /// Counts the places of a clause; `factor` tells how much the stretch of text is worth.
  mutating func count(_ clause: Clause, factor: Double) {
    for case let place? in clause.tokens.map(\.place) {
      let weight = factor * (place.named ? 2 : 1) * (place.acting ? 2 : 1) * (place.venue ? 0.5 : 1)
      if place.rows.count == 1 {
        weights[place.rows[0], default: 0] += weight
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

  /// The votes for each row, shared names settled.
  func totals() -> [Int: Double] {
    var totals = spread(weights)
    var settled = weights
    for (rows, weight) in shared {
      let votes = rows.map { row in around(row, totals) }
      guard let best = votes.max(), best > 0, votes.count(where: { $0 == best }) == 1,
        let place = votes.firstIndex(of: best)
      else { continue }
      settled[rows[place], default: 0] += weight
    }
    totals = spread(settled)
    return totals
  }

  /// What speaks for a row: its own votes, and those of what lies above it.
  func around(_ row: Int, _ totals: [Int: Double]) -> Double {
    divisions.chain(of: row, in: year).reduce(0) { $0 + (totals[$1] ?? 0) + (hints[$1] ?? 0) }
  }

  private func spread(_ weights: [Int: Double]) -> [Int: Double] {
    var totals: [Int: Double] = [:]
    for (row, weight) in weights.sorted(by: { $0.key < $1.key }) {
      var share = min(weight, Self.limit * 2)
      for ancestor in divisions.chain(of: row, in: year) {
        totals[ancestor, default: 0] += share
        share *= Self.step
      }
    }
    return totals
  }
}
