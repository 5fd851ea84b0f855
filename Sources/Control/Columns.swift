// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// A table for a terminal, with Chinese characters counted as two columns.
enum Columns {
  /// No column is made narrower than this, and none than its head.
  private static let least = 8

  /// Rows under a header, each column as wide as its widest cell, the last one ragged.
  ///
  /// Columns of numbers, told by their places in `right`, end where their header ends. Without a header the
  /// rows stand alone; `indent` moves them to the right. Where the table is wider than the terminal, its
  /// widest columns are cut, with … where something was.
  static func text(
    _ rows: [[String]], header: [String]? = nil, right: Set<Int> = [], indent: Int = 0,
    limit: Int? = Terminal.limit
  ) -> String {
    let all = (header.map { [$0] } ?? []) + rows.map { $0.map { Sanitised.text($0) } }
    let widths = fitted(widths(of: all), heads: header ?? [], right, limit.map { $0 - indent })
    let margin = String(repeating: " ", count: indent)
    return all.enumerated().map { place, row in
      let line = margin + cells(row, widths, right).joined(separator: "  ")
      let text = line.trimmingTrailingSpaces
      return place == 0 && header != nil ? Terminal.strong(text) : text
    }.joined(separator: "\n")
  }

  private static func cells(_ row: [String], _ widths: [Int], _ right: Set<Int>) -> [String] {
    row.enumerated().map { column, whole in
      let cell = Digest.Columns.cut(whole, to: widths[column])
      let room = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
      return right.contains(column) ? room + cell : column == row.count - 1 ? cell : cell + room
    }
  }

  private static func widths(of rows: [[String]]) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    return rows.reduce(into: Array(repeating: 0, count: count)) { widths, row in
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
  }

  /// The widths made to fit: always the widest column gives way, numbers never do.
  private static func fitted(_ widths: [Int], heads: [String], _ right: Set<Int>, _ limit: Int?) -> [Int] {
    guard let limit else { return widths }
    var widths = widths
    let floors = widths.indices.map { column in
      max(least, column < heads.count ? DisplayWidth.of(heads[column]) : 0)
    }
    var excess = widths.reduce(2 * (widths.count - 1), +) - limit
    while excess > 0 {
      let open = widths.indices.filter { !right.contains($0) && widths[$0] > floors[$0] }
      guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
