// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Which figures of a report tell of their thing's latest period: a report's own look back (比2022年的41.3万张) is not what
/// the next year is told against.
enum LatestFigures {
  /// For each figure whether no other of the report tells of the same thing for a later year.
  static func marked(_ keys: [FigureKey]) -> [Bool] {
    keys.map { key in
      guard let period = key.period, let year = period.last else { return true }
      return !keys.contains { other in
        guard let later = other.period, let last = later.last, last > year else { return false }
        return later.shape == period.shape && other.isOfOneKind(with: key)
      }
    }
  }
}
