// SPDX-License-Identifier: Apache-2.0

/// Values over the years, small enough for a cell of a table: results joined, targets beside them.
///
/// Only neighbouring years are joined: a year that nobody told is no point of a line.
package struct YearPlot: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    package var year: Int
    package var value: Double
    /// As the report prints it: 42.7万.
    package var label: String
    package var isTarget: Bool

    package init(year: Int, value: Double, label: String, isTarget: Bool) {
      self.year = year
      self.value = value
      self.label = label
      self.isTarget = isTarget
    }
  }

  package var name: String
  /// Results by year, then targets by year.
  package var points: [Point]
  /// What a target is called in the page's language.
  package var targetWord: String

  package init(name: String, points: [Point], targetWord: String) {
    self.name = name
    self.points = points
    self.targetWord = targetWord
  }

  /// Nil where there are no two years to draw.
  package var years: ClosedRange<Int>? {
    let years = points.map(\.year)
    guard let first = years.min(), let last = years.max(), last > first, last - first < 200 else {
      return nil
    }
    return first...last
  }

  /// The plot in words: 养老床位 2021 40.2万 → 2022 41.3万; 目标 2023 42万.
  package var summary: String {
    func list(_ points: [Point]) -> String {
      points.map { "\($0.year) \($0.label)" }.joined(separator: " → ")
    }
    let targets = points.filter(\.isTarget)
    return [
      name, list(points.filter { !$0.isTarget }),
      targets.isEmpty ? "" : "\(targetWord) " + list(targets),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
