// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// One indicator over the years, as the reports of one place tell it: 养老床位 2020—2024.
///
/// What is told in other units, measures or kinds of period is another series: a share never stands in a row
/// with a stock, a half-year never with a year. A period that several reports tell has the latest report's
/// value, and the others' where they differ. A report may tell two values, as where people have said that two
/// names are one indicator's: both stand, for it is not for us to choose.
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
  /// What the latest report tells of each period, ascending; several a period where it tells several.
  package var results: [Point]
  /// Targets by the year they are due in; several reports may have set one.
  package var targets: [Point]
  /// What earlier reports said of a period that a later one tells otherwise.
  package var revised: [Point]

  package var years: [Int] { Set((results + targets).map(\.year)).sorted() }

  /// Of the results the last one of each period.
  package var lastResults: [Point] {
    results.enumerated().filter { place, point in
      place + 1 == results.count || results[place + 1].period != point.period
    }.map(\.element)
  }
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
    let latest = Dictionary(grouping: results, by: \.period).mapValues(Self.latest)
    indicator = told.last?.point.figure.indicator ?? group.name
    unit = told.last?.point.figure.quantity.unit ?? group.unit
    measure = group.measure
    self.results = latest.sorted { ($0.value[0].year, $0.key.rawValue) < ($1.value[0].year, $1.key.rawValue) }
      .flatMap(\.value)
    targets = told.filter(\.isTarget).map(\.point).enumerated()
      .sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }.map(\.element)
    revised = results.filter { point in
      latest[point.period]?.contains { $0.isEqual(to: point) } == false
    }
  }

  /// What the last of some reports tells, each value once, where it is told last.
  private static func latest(_ told: [Point]) -> [Point] {
    let own = told.filter { $0.meeting == told.last?.meeting }
    return own.enumerated().filter { place, point in
      !own.dropFirst(place + 1).contains { $0.isEqual(to: point) }
    }.map(\.element)
  }
}

extension FigureSeries.Point {
  /// True where both tell one amount, or the same bounds.
  fileprivate func isEqual(to other: Self) -> Bool {
    let (one, two) = (figure.quantity, other.figure.quantity)
    return (one.value, one.low, one.high) == (two.value, two.low, two.high)
  }
}
