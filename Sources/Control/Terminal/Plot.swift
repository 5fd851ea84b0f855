// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Pages

/// Values over the years as a picture of lines: an axis with its numbers, one slot a year, gaps left open.
///
/// Only neighbouring years are joined, so a year that nobody told is no point of a line. The axis begins at
/// zero, or says that it does not.
struct Plot {
  /// One value; a target is drawn as o and never joined.
  struct Point {
    var year: Int
    var value: Double
    var isTarget: Bool
  }

  let points: [Point]
  /// How a value on the axis is written.
  let label: (Double) -> String

  private static let height = 8

  /// The picture in at most `width` columns, or none where there are not two years.
  func lines(width: Int) -> [String] {
    let years = points.map(\.year)
    guard let first = years.min(), let last = years.max(), last > first, last - first < 200 else { return [] }
    let scale = AxisScale(points.map(\.value))
    let labels = [scale.top, scale.bottom].map(label)
    let margin = (labels.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let slot = max(1, min(10, (width - margin - 2) / (last - first + 1)))
    let body = drawn(from: first, slot: slot, count: last - first + 1, scale)
    var lines = body.enumerated().map { row, line in
      let text = row == 0 ? labels[0] : row == Self.height - 1 ? labels[1] : ""
      let tick = text.isEmpty ? "│" : "┤"
      return String(repeating: " ", count: margin - 1 - DisplayWidth.of(text)) + text + tick + line
    }
    lines.append(
      String(repeating: " ", count: margin - 1) + "└"
        + String(repeating: "─", count: slot * (last - first + 1)))
    lines.append(String(repeating: " ", count: margin) + Self.years(first...last, slot: slot))
    if !scale.beginsAtZero { lines.append(String(repeating: " ", count: margin) + "纵轴自\(labels[1])起，不从零开始") }
    return lines.map { $0.replacing(#/ +$/#, with: "") }
  }

  private func drawn(from first: Int, slot: Int, count: Int, _ scale: AxisScale) -> [String] {
    var canvas = Canvas(width: slot * count, height: Self.height)
    func place(_ point: Point) -> (x: Int, y: Int) {
      let y = (1 - scale.share(of: point.value)) * Double(Self.height * 4 - 1)
      return ((point.year - first) * slot * 2 + slot, Int(y.rounded()))
    }
    let results = points.filter { !$0.isTarget }.sorted { $0.year < $1.year }
    for (one, next) in zip(results, results.dropFirst()) where next.year == one.year + 1 {
      canvas.line(from: place(one), to: place(next))
    }
    for point in results { canvas.point(place(point).x, place(point).y) }
    var lines = canvas.lines.map(Array.init)
    for target in points where target.isTarget {
      let (x, y) = place(target)
      if lines[y / 4][x / 2] != "⣿" { lines[y / 4][x / 2] = "o" }
    }
    return lines.map { String($0) }
  }

  /// The years under their slots: all of them where they fit, else every second, fifth or tenth.
  private static func years(_ years: ClosedRange<Int>, slot: Int) -> String {
    let step = [1, 2, 5, 10, 50].first { $0 * slot >= 5 } ?? 100
    var line = ""
    for year in years where (year - years.lowerBound).isMultiple(of: step) {
      let start = max(0, (year - years.lowerBound) * slot + slot / 2 - 2)
      line += String(repeating: " ", count: max(line.isEmpty ? 0 : 1, start - line.count)) + String(year)
    }
    return line
  }
}
