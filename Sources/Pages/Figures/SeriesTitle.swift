// SPDX-License-Identifier: Apache-2.0

package import Diff
internal import Minutes

extension FigureSeries {
  /// The indicator with its unit, and its measure where that is no plain level: 养老床位（张，当年增量）.
  package var title: String {
    let notes = [unit, measureLabel].filter { !$0.isEmpty && !indicator.hasSuffix($0) }
    return indicator + (notes.isEmpty ? "" : "（\(notes.joined(separator: "，"))）")
  }

  private var measureLabel: String {
    switch measure {
    case "share": "占比"
    case "flow": "当年增量"
    case "growth": "增幅"
    case "cumulative": "累计"
    case "multiple": "倍数"
    case "rank": "位次"
    case "streak": "连续"
    default: ""
    }
  }

  /// All its values for a cell of a table.
  package func plot(targetWord: String = "目标") -> YearPlot {
    func drawn(_ points: [Point], _ isTarget: Bool) -> [YearPlot.Point] {
      points.compactMap { point in
        let quantity = point.figure.quantity
        return quantity.drawn.map {
          YearPlot.Point(year: point.year, value: $0, label: quantity.number, isTarget: isTarget)
        }
      }
    }
    return YearPlot(
      name: title, points: drawn(results, false) + drawn(targets, true), targetWord: targetWord)
  }
}
