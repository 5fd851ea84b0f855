// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What must agree before two figures may be told against each other, worked out once a figure.
///
/// A share is never a level and an addition never a stock. `measure` and `unit` must be equal, the sides of
/// a contrast (城市, 农村) must not differ; `name` need only be like. A class, because each stands in thousands
/// of questions and a copy of its fields would be most of their cost.
final class FigureKey {
  /// What kind of number it is, over the aspects of the guidelines.
  enum Measure: String {
    case level, share, flow, growth, cumulative, multiple, rank, streak
  }

  let indicator: IndicatorKey
  let unit: String
  let measure: Measure
  let isTarget: Bool
  /// True for a fall: 同比下降8.2% is no more than 同比增长7.3%, whatever the numbers say.
  let falls: Bool
  /// True for things that are counted: 个 may then stand for the classifier that the thing has.
  let isCount: Bool
  let period: PeriodKey?
  /// Over how many years it counts, where it names the start: 比2012年翻一番.
  let years: Int?

  init(_ figure: Figure, _ indicator: IndicatorKey, unit: String, period: PeriodKey?) {
    self.indicator = indicator
    self.unit = unit
    self.period = period
    isTarget = figure.aspect == .target
    falls = figure.aspect == .decrease || indicator.falls
    isCount = figure.quantity.dimension == .count
    measure = Self.measure(figure, adds: indicator.adds, grows: indicator.grows)
    if let end = period?.last, let start = figure.comparedTo?.lastYear {
      years = end.subtractingReportingOverflow(start).partialValue
    } else {
      years = nil
    }
  }

  private static func measure(_ figure: Figure, adds: Bool, grows: Bool) -> Measure {
    let relative = figure.quantity.dimension == .percent || figure.quantity.unit.holds("百分点")
    if grows { return .growth }
    switch figure.aspect {
    case .increase, .decrease: return relative || figure.quantity.unit == "倍" ? .growth : .flow
    case .cumulative: return .cumulative
    case .share: return .share
    case .multiple: return .multiple
    case .rank: return .rank
    case .streak: return .streak
    case .level, .increaseTo, .target: return relative ? .share : adds ? .flow : .level
    }
  }
}

extension FigureKey {
  /// The standard form of the indicator's name.
  var name: String { indicator.name }

  /// True where the other stands for the same thing in the same measure, whatever its period.
  func isOfOneKind(with other: FigureKey) -> Bool {
    measure == other.measure && isTarget == other.isTarget && unit == other.unit && isNamed(like: other)
  }

  /// True where both are counted in one unit and one direction.
  ///
  /// What a rate is of may be left out (低保标准912元 is 元/人·月 too), and 个 stands for any classifier (集采药品350个 and
  /// 365种). Growth has a direction and is told with its sign: +21.3 % and −1.5 % are of one kind.
  func countsAlike(_ other: FigureKey) -> Bool {
    guard falls == other.falls || (measure == .growth && !(isTarget && other.isTarget)) else { return false }
    if unit == other.unit { return true }
    guard isNamed(like: other) else { return false }
    if isCount, other.isCount { return unit == Self.anyThing || other.unit == Self.anyThing }
    let (mine, theirs) = (Self.withoutHeads(unit), Self.withoutHeads(other.unit))
    return mine == theirs || mine.hasPrefix(theirs + "/") || theirs.hasPrefix(mine + "/")
  }

  /// 元/人·月 and 元/月 are one where a standard is told: whose month it is goes without saying.
  private static func withoutHeads(_ unit: String) -> String { unit.replacing("人·", with: "") }

  /// True where the one is paid by the year and the other by the month: 每人每年5549元 and 每人每月493元.
  func isPaid(otherwiseThan other: FigureKey) -> Bool {
    unit.hasPrefix("元/") && other.unit.hasPrefix("元/") && unit.last != other.unit.last
  }

  /// The classifier of everything that has none of its own.
  private static let anyThing = "个"

  /// True where one counts a running total and the other a level under nearly one name: 累计支出救助资金 and 发放救助资金.
  func isRunning(beside other: FigureKey) -> Bool {
    let isOne =
      measure != other.measure
      && (measure == .cumulative || measure == .level)
      && (other.measure == .cumulative || other.measure == .level)
    return isOne && period?.shape == .year && other.period?.shape == .year
      && likeness(other) >= Thresholds.runningTotal
  }

  /// True where the standard forms of both names are equal.
  func isNamed(like other: FigureKey) -> Bool { indicator.isNamed(like: other.indicator) }

  /// True where one names the one side of a contrast and the other its opposite.
  func contradicts(_ other: FigureKey) -> Bool { indicator.contradicts(other.indicator) }

  /// How like the two names are, 0 to 1.
  func likeness(_ other: FigureKey) -> Double { indicator.likeness(other.indicator) }
}
