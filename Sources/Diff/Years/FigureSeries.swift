// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// One indicator over the years, as the reports of one place tell it: 养老床位 2020—2024.
///
/// What is told in other units, measures or kinds of period is another series: a share never stands in a row
/// with a stock, a half-year never with a year. A period that several reports tell has the latest report's
/// value, and the others' where they differ.
package struct FigureSeries: Sendable, Hashable {
  /// One figure with the meeting whose report tells it.
  package struct Point: Sendable, Hashable {
    package var period: Period
    /// The last year of the period: where the point stands on the axis.
    package var year: Int
    package var figure: Figure
    package var meeting: String
  }

  /// The words of the latest report.
  package var indicator: String
  package var unit: String
  /// What kind of number it is: level, share, flow, growth, cumulative, multiple, rank, streak.
  package var measure: String
  /// One a period, ascending.
  package var results: [Point]
  /// Targets by the year they are due in; several reports may have set one.
  package var targets: [Point]
  /// What earlier reports said of a period that a later one tells otherwise.
  package var revised: [Point]

  package var years: [Int] { Set((results + targets).map(\.year)).sorted() }
}

extension FigureSeries {
  /// All series that meetings of one place tell, by standard name, measure and unit; `meetings` by date.
  ///
  /// With `name` only those whose standard name is that one's: 养老服务床位 finds 养老床位.
  package static func all(
    in meetings: [Meeting], named name: String? = nil, words: ComparingWords
  ) -> [FigureSeries] {
    let wanted = name.map(words.indicators.standard)
    var groups: [Group: [Told]] = [:]
    let keyed = KeyedFigures(words: words)
    for meeting in meetings {
      for figure in meeting.figures {
        let key = keyed.key(of: figure)
        guard wanted == nil || key.name == wanted, let period = figure.period, let year = period.lastYear,
          figure.quantity.value != nil || figure.quantity.low != nil
        else { continue }
        let point = Point(period: period, year: year, figure: figure, meeting: meeting.id)
        groups[Group(key, key.period), default: []].append(Told(point: point, isTarget: key.isTarget))
      }
    }
    return groups.sorted { $0.key < $1.key }.map { FigureSeries($0.key, $0.value) }
  }

  private struct Told {
    var point: Point
    var isTarget: Bool
  }

  /// What must be equal for two figures to stand in one row.
  private struct Group: Hashable, Comparable {
    var name: String
    var measure: String
    var unit: String
    var period: String

    init(_ key: FigureKey, _ period: PeriodKey?) {
      (name, measure, unit) = (key.name, key.measure.rawValue, key.unit)
      self.period = period?.row ?? ""
    }

    static func < (a: Self, b: Self) -> Bool {
      (a.name, a.measure, a.unit, a.period) < (b.name, b.measure, b.unit, b.period)
    }
  }

  private init(_ group: Group, _ told: [Told]) {
    let results = told.filter { !$0.isTarget }.map(\.point)
    let latest = Dictionary(grouping: results, by: \.period).compactMapValues(\.last)
    indicator = told.last?.point.figure.indicator ?? group.name
    unit = told.last?.point.figure.quantity.unit ?? group.unit
    measure = group.measure
    self.results = latest.values.sorted { ($0.year, $0.period.rawValue) < ($1.year, $1.period.rawValue) }
    targets = told.filter(\.isTarget).map(\.point).enumerated()
      .sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }.map(\.element)
    revised = results.filter { point in
      latest[point.period].map { $0.figure.quantity.value != point.figure.quantity.value } ?? false
    }
  }
}
