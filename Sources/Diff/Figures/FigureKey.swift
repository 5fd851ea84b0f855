// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What must agree before two figures may be told against each other.
///
/// A share is never a level and an addition never a stock. `measure` and `unit` must be equal; `name` need
/// only be like.
struct FigureKey: Hashable {
  /// What kind of number it is, over the aspects of the guidelines.
  enum Measure: String, Hashable {
    case level, share, flow, growth, cumulative, multiple, rank, streak
  }

  let name: String
  let unit: String
  let measure: Measure
  let isTarget: Bool

  init(_ figure: Figure, names: IndicatorNames) {
    isTarget = figure.aspect == .target
    let adds = figure.indicator.contains("新增") || figure.indicator.contains("净增")
    let grows = figure.indicator.hasSuffix("增幅") || figure.indicator.hasSuffix("降幅")
    unit = Self.unit(figure.quantity.unit)
    measure = Self.measure(figure, adds: adds, grows: grows)
    name = names.standard(figure.indicator)
  }

  private static func measure(_ figure: Figure, adds: Bool, grows: Bool) -> Measure {
    let relative = figure.quantity.dimension == .percent || figure.quantity.unit.contains("百分点")
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

  /// People are counted by several words that mean the same: 4名, 4人, 4位.
  private static func unit(_ unit: String) -> String {
    switch unit {
    case "名", "位": "人"
    case "处", "座": "个"
    case "百分点", "个百分点": "%"
    default: unit
    }
  }
}

extension FigureKey {
  /// How like two names are, 0 to 1: shared pairs of characters, or the share of the shorter in the longer.
  ///
  /// A name that only leaves out what the context says (义务教育巩固率 for 九年义务教育巩固率) is like; the last character
  /// decides for the thing counted, so that 持证率 and 持证人员 are not.
  func likeness(_ other: FigureKey) -> Double {
    if name == other.name { return 1 }
    let (a, b) = (Self.pairs(name), Self.pairs(other.name))
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let shared = Double(Self.shared(a, b))
    let dice = 2 * shared / Double(a.count + b.count)
    let within = shared / Double(min(a.count, b.count))
    return min(0.99, 0.55 * dice + 0.45 * within)
  }

  private static func pairs(_ name: String) -> [String] {
    let letters = Array(name)
    guard letters.count > 1 else { return letters.map(String.init) }
    return (0..<(letters.count - 1)).map { String(letters[$0...($0 + 1)]) }.sorted()
  }

  private static func shared(_ a: [String], _ b: [String]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { count += 1 }
      let (left, right) = (a[i], b[j])
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return count
  }
}
