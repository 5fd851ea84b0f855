// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A period taken apart once, because each figure's is asked for many times.
struct PeriodKey: Hashable {
  let shape: Period.Shape
  let last: Int?
  /// What stands before the first year's end, for spans; after it, for parts of a year.
  private let start: String
  private let part: String

  init(_ period: Period) {
    shape = period.shape
    last = period.lastYear
    start = String(period.rawValue.prefix(4))
    part = String(period.rawValue.dropFirst(4))
  }

  /// Which periods stand in one row over the years: all years, all first halves, sums from one start.
  var row: String {
    switch shape {
    case .year: "year"
    case .half, .quarter, .month: part
    case .span: start + "/"
    case .plan: "plan"
    }
  }

  /// True for a year or a part of one: spans and plans are told apart by their words already.
  var isOfCalendar: Bool {
    switch shape {
    case .year, .half, .quarter, .month: true
    case .span, .plan: false
    }
  }

  /// True where the other is a later period of the same kind; sums only where they run from the same start.
  func isBefore(_ other: PeriodKey) -> Bool {
    guard shape == other.shape, let last, let next = other.last, last < next else { return false }
    switch shape {
    case .plan: return false
    case .span: return start == other.start
    case .half, .quarter, .month: return part == other.part
    case .year: return true
    }
  }
}
