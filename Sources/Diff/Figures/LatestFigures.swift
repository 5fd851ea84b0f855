// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Which figures of a report tell of their thing's latest period: a report's own look back (比2022年的41.3万张) is not what
/// the next year is told against.
enum LatestFigures {
  /// What makes two figures tell of one thing in periods of one kind.
  private struct Thing: Hashable {
    let indicator: IndicatorKey
    let unit: String
    let measure: FigureKey.Measure
    let isTarget: Bool
    let shape: Period.Shape
  }

  /// For each figure whether no other of the report tells of the same thing for a later year.
  static func marked(_ keys: [FigureKey]) -> [Bool] {
    let things = keys.map { key in
      key.period.map {
        Thing(indicator: key.indicator, unit: key.unit, measure: key.measure, isTarget: key.isTarget, shape: $0.shape)
      }
    }
    var latest: [Thing: Int] = [:]
    for (key, thing) in zip(keys, things) {
      guard let thing, let year = key.period?.last else { continue }
      latest[thing] = max(latest[thing] ?? year, year)
    }
    return zip(keys, things).map { key, thing in
      guard let thing, let year = key.period?.last, let last = latest[thing] else { return true }
      return year >= last
    }
  }
}
