// SPDX-License-Identifier: Apache-2.0

internal import Diff
package import Minutes
package import FoundationEssentials

/// Amounts as Chinese reports print them: 41.9万张, 超过58%, +1.4万张（+3.4%）.
package enum Amounts {
  /// A quantity with its unit and its qualifier's words: 60家以上, 近1.7万人次, 3%至5%.
  ///
  /// `words` is the passage that it stands in: 不足四成 is told as 不足40%, not as 40%以内.
  package static func text(_ quantity: Quantity, words: String = "") -> String {
    let plain = plain(quantity)
    if let word = Bound.word(quantity.qualifier, in: words) { return word + plain }
    return switch quantity.qualifier {
    case .exact: plain
    case .about: plain + "左右"
    case .over: "超过" + plain
    case .nearly: "近" + plain
    case .atLeast: plain + "以上"
    case .atMost: plain + "以内"
    }
  }

  /// A quantity with its unit, without its qualifier.
  package static func plain(_ quantity: Quantity) -> String {
    if let low = quantity.low, let high = quantity.high {
      // Both ends of a share carry the sign: 3%至5%, not 3至5%.
      let sign = quantity.dimension == .percent ? quantity.unit : ""
      return number(low, quantity.multiplier) + sign + "至" + number(high, quantity.multiplier) + quantity.unit
    }
    guard let value = quantity.value else { return "数值不明" }
    if quantity.unit.isEmpty, let (part, whole) = fraction(value) {
      return numerals[whole] + "分之" + numerals[part]
    }
    return number(value, quantity.multiplier) + quantity.unit
  }

  private static let numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// 0.6667 is two thirds, as the report prints it; nil for what no fraction of small numbers is, and for whole ones.
  static func fraction(_ value: Decimal) -> (part: Int, whole: Int)? {
    guard value > 0, value < 1 else { return nil }
    let places = 4
    return (2...10).lazy.flatMap { whole in (1..<whole).lazy.map { ($0, whole) } }.first { part, whole in
      let share = Arithmetic.rounded(Decimal(part) / Decimal(whole), places: places)
      return share == value && (whole == 2 || (Decimal(part) / Decimal(whole)) != value)
    }
  }

  /// From one value to another in one unit: 68.5→66.9亿元.
  ///
  /// Where the reports print them in two scales the larger serves both, 3.47亿 and 35500万 are 3.47→3.55亿元;
  /// only what is less than one in it keeps its own: 2.05亿→1980万元.
  /// Each side keeps its bound in the source's own words where those are given: 不足40%→43.8%.
  package static func path(
    _ from: Quantity, _ to: Quantity, words: (from: String, to: String) = ("", "")
  ) -> String {
    let (from, to) = alike(from, to)
    guard let old = from.value, let new = to.value else { return plain(from) + "→" + plain(to) }
    if old == new, from.qualifier == to.qualifier { return text(to, words: words.to) }
    let (before, after) = (Bound(from, words.from), Bound(to, words.to))
    let isPercent = to.dimension == .percent
    let sharesScale = from.multiplier == to.multiplier && to.multiplier == 8 && before.isEmpty
    let left =
      sharesScale
      ? scaled(old, from.multiplier)
      : before.around(scaled(old, from.multiplier), scale(from.multiplier) + (isPercent ? from.unit : ""))
    return left + "→" + after.around(scaled(new, to.multiplier), scale(to.multiplier) + to.unit)
  }

  /// Both in the larger of their scales, if neither is less than one in it.
  private static func alike(_ from: Quantity, _ to: Quantity) -> (Quantity, Quantity) {
    guard from.multiplier != to.multiplier, let old = from.value, let new = to.value else {
      return (from, to)
    }
    var (first, second) = (from, to)
    let larger = max(from.multiplier, to.multiplier)
    guard min(old, new) >= divisor(larger) else { return (from, to) }
    (first.multiplier, second.multiplier) = (larger, larger)
    return (first, second)
  }

  /// A difference with its sign, in points for percentages: −6000张, +3.3个百分点.
  package static func delta(_ delta: Decimal, like quantity: Quantity) -> String {
    (delta < 0 ? "−" : "+") + gap(delta, like: quantity)
  }

  /// The size of a difference, without its sign: 57个, 0.7个百分点.
  package static func gap(_ delta: Decimal, like quantity: Quantity) -> String {
    let unit = quantity.dimension == .percent ? "个百分点" : quantity.unit
    let size = delta < 0 ? -delta : delta
    let scale = size >= 100_000_000 ? 8 : size >= 10_000 ? 4 : 0
    return number(size, scale) + unit
  }

  /// A percentage with its sign: −2.3%. To one place, as readers quote it; fields keep two.
  package static func percent(_ value: Decimal) -> String {
    (value < 0 ? "−" : "+") + share(value < 0 ? -value : value)
  }

  /// A share to one place: 95.3%.
  package static func share(_ value: Decimal) -> String {
    Arithmetic.rounded(value, places: 1).description + "%"
  }

  /// The number in 万 or 亿 where it was printed so.
  package static func number(_ value: Decimal, _ multiplier: Int) -> String {
    scaled(value, multiplier) + scale(multiplier)
  }

  private static func scale(_ multiplier: Int) -> String {
    multiplier == 8 ? "亿" : multiplier == 4 ? "万" : ""
  }

  private static func scaled(_ value: Decimal, _ multiplier: Int) -> String {
    // A division of Decimals goes digit by digit: most numbers are printed plain.
    multiplier == 8 || multiplier == 4 ? (value / divisor(multiplier)).description : value.description
  }

  private static func divisor(_ multiplier: Int) -> Decimal {
    multiplier == 8 ? 100_000_000 : multiplier == 4 ? 10_000 : 1
  }
}
