// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// A table for a terminal, with Chinese characters counted as two columns.
enum Columns {
  /// Rows under a header, each column as wide as its widest cell, the last one ragged.
  ///
  /// Columns of numbers, told by their places in `right`, end where their header ends. Without a header the
  /// rows stand alone; `indent` moves them to the right.
  static func text(
    _ rows: [[String]], header: [String]? = nil, right: Set<Int> = [], indent: Int = 0
  ) -> String {
    let all = (header.map { [$0] } ?? []) + rows.map { $0.map { Sanitised.text($0) } }
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      all.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indent)
    return all.map { row in
      let cells = row.enumerated().map { column, cell in
        let room = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return right.contains(column) ? room + cell : column == row.count - 1 ? cell : cell + room
      }
      return (margin + cells.joined(separator: "  ")).trimmingTrailingSpaces
    }.joined(separator: "\n")
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
