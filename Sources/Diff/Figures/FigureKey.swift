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

  let name: String
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
  private let sides: [Int]
  /// The pairs of neighbouring characters in the name, ascending.
  private let pairs: [UInt64]

  init(_ figure: Figure, words: ComparingWords) {
    let adds = words.figures.isFlow(figure.indicator)
    let grows = words.figures.grows.contains(where: figure.indicator.hasSuffix)
    isTarget = figure.aspect == .target
    falls = figure.aspect == .decrease
    isCount = figure.quantity.dimension == .count
    unit = words.figures.standard(unit: figure.quantity.unit)
    measure = Self.measure(figure, adds: adds, grows: grows)
    name = words.indicators.standard(figure.indicator)
    sides = words.figures.sides(of: figure.indicator)
    pairs = Self.pairs(name)
    period = figure.period.map(PeriodKey.init)
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

  private static func pairs(_ name: String) -> [UInt64] {
    let letters = name.unicodeScalars.map { UInt64($0.value) }
    guard letters.count > 1 else { return letters }
    return zip(letters, letters.dropFirst()).map { $0 << 32 | $1 }.sorted()
  }
}

extension FigureKey {
  /// True where the other stands for the same thing in the same measure, whatever its period.
  func isOfOneKind(with other: FigureKey) -> Bool {
    measure == other.measure && isTarget == other.isTarget && unit == other.unit && name == other.name
  }

  /// True where both are counted in one unit and one direction.
  ///
  /// What a rate is of may be left out (低保标准912元 is 元/人·月 too), and 个 stands for any classifier (集采药品350个 and
  /// 365种). Growth has a direction and is told with its sign: +21.3 % and −1.5 % are of one kind.
  func countsAlike(_ other: FigureKey) -> Bool {
    guard falls == other.falls || (measure == .growth && !isTarget && !other.isTarget) else { return false }
    if unit == other.unit { return true }
    guard name == other.name else { return false }
    if isCount, other.isCount { return unit == Self.anyThing || other.unit == Self.anyThing }
    return unit.hasPrefix(other.unit + "/") || other.unit.hasPrefix(unit + "/")
  }

  /// The classifier of everything that has none of its own.
  private static let anyThing = "个"

  /// True where one counts a running total and the other a level under nearly one name: 累计支出救助资金 and 发放救助资金.
  func isRunning(beside other: FigureKey) -> Bool {
    let isOne = measure != other.measure
      && (measure == .cumulative || measure == .level)
      && (other.measure == .cumulative || other.measure == .level)
    return isOne && period?.shape == .year && other.period?.shape == .year
      && likeness(other) >= Thresholds.runningTotal
  }

  /// True where one names the one side of a contrast and the other its opposite.
  func contradicts(_ other: FigureKey) -> Bool {
    zip(sides, other.sides).contains { $0 != $1 && $0 > 0 && $1 > 0 }
  }

  /// How like two names are, 0 to 1: shared pairs of characters, or the share of the shorter in the longer.
  ///
  /// A name that only leaves out what the context says (义务教育巩固率 for 九年义务教育巩固率) is like; the last character
  /// decides for the thing counted, so that 持证率 and 持证人员 are not.
  func likeness(_ other: FigureKey) -> Double {
    if pairs == other.pairs, name == other.name { return 1 }
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return 0 }
    let shared = Double(Self.shared(pairs, other.pairs))
    let dice = 2 * shared / Double(pairs.count + other.pairs.count)
    let within = shared / Double(min(pairs.count, other.pairs.count))
    return min(0.99, 0.55 * dice + 0.45 * within)
  }

  private static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      let (left, right) = (a[i], b[j])
      if left == right { count += 1 }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return count
  }
}
