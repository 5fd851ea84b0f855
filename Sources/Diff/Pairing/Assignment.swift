// SPDX-License-Identifier: Apache-2.0

/// The best one-to-one pairing of two lists, found for the whole list at once.
///
/// Pairing greedily lets one near miss take the partner of an exact match. `profit[i][j]` tells what the pair
/// i–j is worth; what is zero or less is never paired, which is the null cost. Shortest augmenting paths with
/// potentials (Hungarian method), O(n²·m): 500 items on each side take well under a second.
enum Assignment {
  /// The partner of each row, or nil.
  static func best(_ profit: [[Double]]) -> [Int?] {
    let rows = profit.count
    let columns = profit.first?.count ?? 0
    guard rows > 0, columns > 0 else { return Array(repeating: nil, count: rows) }
    if rows > columns {
      let turned = (0..<columns).map { column in (0..<rows).map { profit[$0][column] } }
      var partners = [Int?](repeating: nil, count: rows)
      for (column, row) in best(turned).enumerated() {
        if let row { partners[row] = column }
      }
      return partners
    }
    var search = Search(profit: profit, rows: rows, columns: columns)
    for row in 1...rows { search.place(row) }
    return search.partners()
  }

  /// Potentials and matching while rows are placed one by one; row and column 0 stand for “none”.
  private struct Search {
    let profit: [[Double]]
    let rows: Int
    let columns: Int
    var rowPotential: [Double]
    var columnPotential: [Double]
    var rowOf: [Int]
    var before: [Int]

    init(profit: [[Double]], rows: Int, columns: Int) {
      self.profit = profit
      self.rows = rows
      self.columns = columns
      rowPotential = Array(repeating: 0, count: rows + 1)
      columnPotential = Array(repeating: 0, count: columns + 1)
      rowOf = Array(repeating: 0, count: columns + 1)
      before = Array(repeating: 0, count: columns + 1)
    }

    private func cost(_ row: Int, _ column: Int) -> Double { -max(0, profit[row - 1][column - 1]) }

    mutating func place(_ row: Int) {
      rowOf[0] = row
      var least = [Double](repeating: .infinity, count: columns + 1)
      var seen = [Bool](repeating: false, count: columns + 1)
      var column = 0
      repeat {
        seen[column] = true
        column = step(from: column, &least, seen)
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[before[column]]
        column = before[column]
      }
    }

    /// Relaxes the edges of the row at `column`, shifts the potentials and returns the nearest unseen column.
    private mutating func step(from column: Int, _ least: inout [Double], _ seen: [Bool]) -> Int {
      let row = rowOf[column]
      var shift = Double.infinity
      var nearest = 0
      for next in 1...columns where !seen[next] {
        let slack = cost(row, next) - rowPotential[row] - columnPotential[next]
        if slack < least[next] {
          least[next] = slack
          before[next] = column
        }
        if least[next] < shift {
          shift = least[next]
          nearest = next
        }
      }
      for next in 0...columns {
        if seen[next] {
          rowPotential[rowOf[next]] += shift
          columnPotential[next] -= shift
        } else {
          least[next] -= shift
        }
      }
      return nearest
    }

    func partners() -> [Int?] {
      var partners = [Int?](repeating: nil, count: rows)
      for column in 1...columns where rowOf[column] > 0 {
        let row = rowOf[column] - 1
        if profit[row][column - 1] > 0 { partners[row] = column - 1 }
      }
      return partners
    }
  }
}
