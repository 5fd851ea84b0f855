// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// One indicator of several places of a level, in one unit and measure.
struct PeerTable {
  /// What one place tells of a year.
  struct Row {
    var record: Record
    var result: FigureSeries.Point
    var target: FigureSeries.Point?
  }

  let holding: Holding
  let level: Division.Level
  let indicator: String
  let unit: String
  let measure: String
  /// By year, the greatest value first.
  let rows: [Int: [Row]]

  /// The tables of a holding: one for each level, indicator, measure and unit; with `name` that indicator alone.
  ///
  /// Of the records `before` only the targets count: those of one year's meetings were set by the last ones.
  static func all(
    in holding: Holding, named name: String? = nil, before: [Record] = [], _ words: ComparingWords
  ) -> [PeerTable] {
    func byPlace(_ records: [Record]) -> [String: [Record]] {
      Dictionary(grouping: records) { $0.meeting.jurisdiction?.code ?? "" }
    }
    let (earlier, places) = (byPlace(holding.fellows(among: before)), byPlace(holding.records))
    var found: [String: [(Division.Level, FigureSeries, Record)]] = [:]
    for (code, records) in places.sorted(by: { $0.key < $1.key }) {
      guard let level = records.first?.meeting.jurisdiction?.level, let record = records.last else {
        continue
      }
      let meetings = ((earlier[code] ?? []) + records).map(\.meeting)
      for series in FigureSeries.all(in: meetings, named: name, words: words) {
        let place = Division.Level.allCases.firstIndex(of: level) ?? 0
        let key = "\(place) \(words.indicators.standard(series.indicator)) \(series.measure) \(series.unit)"
        found[key, default: []].append((level, series, record))
      }
    }
    return found.sorted { $0.key < $1.key }.map { PeerTable(holding, $0.value) }
  }

  private init(_ holding: Holding, _ all: [(level: Division.Level, series: FigureSeries, record: Record)]) {
    self.holding = holding
    level = all[0].level
    (indicator, unit, measure) = (all[0].series.indicator, all[0].series.unit, all[0].series.measure)
    let own = Set(holding.records.map(\.meeting.id))
    var rows: [Int: [Row]] = [:]
    for (_, series, record) in all {
      for result in series.lastResults where result.period.shape == .year && own.contains(result.meeting) {
        let target = series.targets.last { $0.year == result.year }
        rows[result.year, default: []].append(Row(record: record, result: result, target: target))
      }
    }
    self.rows = rows.mapValues { $0.sorted { Self.stands($0, before: $1) } }
  }

  private static func stands(_ a: Row, before b: Row) -> Bool {
    let (x, y) = (a.result.figure.quantity.drawn ?? 0, b.result.figure.quantity.drawn ?? 0)
    return x == y ? a.result.meeting < b.result.meeting : x > y
  }

  /// The table cut to one year: the one asked for, else the latest of those that most places tell.
  func latest(_ asked: Int?) -> PeerYear? {
    let most = rows.values.map(\.count).max() ?? 0
    guard let year = asked ?? rows.filter({ $0.value.count == most }).keys.max() else { return nil }
    return rows[year].map { PeerYear(table: self, year: year, rows: $0) }
  }
}
