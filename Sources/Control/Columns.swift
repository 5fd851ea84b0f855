// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// A table for a terminal, with Chinese characters counted as two columns.
enum Columns {
  /// Rows under a header, each column as wide as its widest cell, the last one ragged.
  static func text(_ rows: [[String]], header: [String]) -> String {
    let all = [header] + rows.map { $0.map { Sanitised.text($0) } }
    let widths = header.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return all.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      }
      return cells.joined(separator: "  ").trimmingTrailingSpaces
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
