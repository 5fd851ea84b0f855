// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// Amounts as an English reader expects them: 419,000, 6.85 bn yuan, at least 58%.
struct EnglishAmounts {
  let words: EnglishWords

  func text(_ quantity: Quantity) -> String {
    let plain = plain(quantity)
    return switch quantity.qualifier {
    case .exact: plain
    case .about: "about " + plain
    case .over: "over " + plain
    case .nearly: "nearly " + plain
    case .atLeast: "at least " + plain
    case .atMost: "at most " + plain
    }
  }

  /// One side of a movement, its bound as a sign: >2,300,000, <40% for 不足四成.
  func side(_ quantity: Quantity, words source: String) -> String {
    let isBelow = Bound.word(quantity.qualifier, in: source) != nil
    let sign =
      switch quantity.qualifier {
      case .exact: ""
      case .about: "about "
      case .over: ">"
      case .nearly: "nearly "
      case .atLeast: ">="
      case .atMost: isBelow ? "<" : "<="
      }
    return sign + plain(quantity)
  }

  func plain(_ quantity: Quantity) -> String {
    if let low = quantity.low, let high = quantity.high {
      return Self.number(low) + " to " + Self.number(high) + words.unit(quantity.unit)
    }
    guard let value = quantity.value else { return EnglishPhrases.table[.unknownValue] ?? "" }
    if quantity.unit.isEmpty, let (part, whole) = Amounts.fraction(value) { return "\(part)/\(whole)" }
    return Self.number(value) + words.unit(quantity.unit)
  }

  /// The size of a difference; of percentages in points.
  func gap(_ delta: Decimal, like quantity: Quantity) -> String {
    let size = delta < 0 ? -delta : delta
    let points = size == 1 ? " point" : " points"
    return Self.number(size) + (quantity.dimension == .percent ? points : words.unit(quantity.unit))
  }

  /// 6.85 bn from a thousand million on, else all digits in groups of three: exact, as the report is.
  static func number(_ value: Decimal) -> String {
    let size = value < 0 ? -value : value
    if size >= 1_000_000_000 { return (value / 1_000_000_000).description + " bn" }
    let parts = size.description.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return size.description }
    let grouped = whole.enumerated().map { place, digit in
      place > 0 && (whole.count - place).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }.joined()
    return (value < 0 ? "-" : "") + grouped + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}
