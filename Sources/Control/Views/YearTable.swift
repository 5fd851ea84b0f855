// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// A table with a column a year; on a terminal cut to the years that fit, the latest ones.
struct YearTable {
  let years: [Int]
  /// A name and the cell of each year, empty where the year tells nothing.
  let rows: [(name: String, cells: [Int: String])]

  /// The rows under their years in at most `width` columns, all of them without one; a year without any meeting is told by `-`.
  func lines(_ title: String, width: Int?, held: Set<Int>) -> [String] {
    guard !rows.isEmpty, !years.isEmpty else { return [] }
    let widest = ([title] + rows.map(\.name)).map { DisplayWidth.of($0) }.max() ?? 0
    let nameWidth = width == nil ? widest : min(widest, 34)
    let cellWidth = max(rows.flatMap { $0.cells.values.map { DisplayWidth.of($0) } }.max() ?? 0, 4)
    let count = width.map { max(1, ($0 - nameWidth) / (cellWidth + 2)) } ?? years.count
    let shown = Array(years.suffix(count))
    let kept = rows.filter { row in shown.contains { row.cells[$0] != nil } }
    let body = kept.map { row in
      [Digest.Columns.cut(row.name, to: nameWidth)]
        + shown.map { row.cells[$0] ?? (held.contains($0) ? "·" : "-") }
    }
    let header = [title] + shown.map(String.init)
    let text = Columns.text(body, header: header, right: Set(1...shown.count))
    let left = years.count - shown.count
    return text.split(separator: "\n").map(String.init) + (left > 0 ? ["（更早\(left)年未列；加宽窗口，或用 --json）"] : [])
  }
}
