// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The time that a stretch of text speaks of, as it bears on sums, states and changes.
///
/// Under 十年来 a sum belongs to 2012/2022 and a state to 2022, its end; under 2022年 both belong to 2022.
struct TimeFrame: Hashable {
  /// The period of what is summed up or done within the frame.
  var flow: Period?
  /// The period of what is reached at its end.
  var state: Period?
  /// The period that a change within the frame begins from.
  var origin: Period?
  /// More than one year: sums are cumulative.
  var isSpan = false
  /// The time to come: numbers are targets.
  var isTarget = false

  static func year(_ year: Int, isTarget: Bool = false) -> TimeFrame {
    TimeFrame(
      flow: Period(year: year), state: Period(year: year), origin: Period(year: year - 1), isTarget: isTarget)
  }

  static func span(_ first: Int, _ last: Int) -> TimeFrame {
    first >= last
      ? year(last)
      : TimeFrame(
        flow: Period(from: first, to: last), state: Period(year: last), origin: Period(year: first),
        isSpan: true)
  }

  /// A plan that is over goes by its name; one that runs counts from its first year.
  static func plan(_ name: String, _ first: Int, _ last: Int, upTo review: Int?) -> TimeFrame {
    if let review, review < first {
      let whole = Period(rawValue: name)
      return TimeFrame(
        flow: whole, state: Period(year: last), origin: Period(year: first - 1), isSpan: true, isTarget: true)
    }
    let end = min(last, review ?? last)
    let isOver = end == last
    return TimeFrame(
      flow: isOver
        ? Period(rawValue: name) : end > first ? Period(from: first, to: end) : Period(year: first),
      state: Period(year: end), origin: Period(year: first - 1), isSpan: true)
  }

  /// A part of a year: H1, Q3, 06, or months 01-09.
  static func part(_ part: String, of year: Int) -> TimeFrame {
    let months = part.hasPrefix("M") ? part.dropFirst().split(separator: "-") : []
    let notation = months.count == 2 ? "\(year)-\(months[0])/\(year)-\(months[1])" : "\(year)-\(part)"
    let period = Period(rawValue: notation)
    return TimeFrame(flow: period, state: period, origin: earlier(notation, year))
  }

  /// The half, quarter or months that a meeting looked back on; nil for whole years.
  static func part(_ period: Period) -> TimeFrame? {
    guard let year = period.lastYear, [.half, .quarter, .month].contains(period.shape) else { return nil }
    return TimeFrame(flow: period, state: period, origin: earlier(period.rawValue, year))
  }

  /// What 同比 compares a part of a year with: the same part of the year before.
  private static func earlier(_ notation: String, _ year: Int) -> Period {
    let months = notation.split(separator: "/").map { "\(year - 1)" + $0.dropFirst("\(year)".count) }
    return Period(rawValue: months.joined(separator: "/"))
  }

  /// The whole year that a part of one belongs to: 全年 after 一季度.
  var wholeYear: TimeFrame? {
    guard let flow, !isSpan, Int(flow.rawValue) == nil, let year = flow.lastYear else { return nil }
    return .year(year, isTarget: isTarget)
  }
}
