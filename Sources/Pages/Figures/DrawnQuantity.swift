// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import FoundationEssentials
package import Minutes

extension Quantity {
  /// The number without its unit, as a cell of a table has it: 42.7万, 58.6, 3至5, ≥60.
  package var number: String {
    if let low, let high { return Amounts.number(low, multiplier) + "至" + Amounts.number(high, multiplier) }
    guard let value else { return "?" }
    let mark =
      switch qualifier {
      case .exact: ""
      case .about: "约"
      case .over: ">"
      case .nearly: "近"
      case .atLeast: "≥"
      case .atMost: "≤"
      }
    return mark + Amounts.number(value, multiplier)
  }

  /// The same in another scale than it was printed in: 3.55亿 for 35500万.
  package func number(in multiplier: Int) -> String {
    var scaled = self
    scaled.multiplier = multiplier
    return scaled.number
  }

  /// As a number to draw, the middle of a range.
  package var drawn: Double? {
    if let low, let high { return (Self.double(low) + Self.double(high)) / 2 }
    return value.map(Self.double)
  }

  private static func double(_ value: Decimal) -> Double { Double(value.description) ?? 0 }
}

extension [Quantity] {
  /// The power of ten for numbers that stand side by side, 3.55亿 and 2.02亿 and not 35500万 and 2.02亿: the
  /// largest they are printed in of which none is a fraction.
  package var scale: Int {
    let least = compactMap(\.drawn).map(\.magnitude).filter { $0 > 0 }.min() ?? 0
    return map(\.multiplier).filter { $0 != 8 || least >= 1e8 }.filter { $0 != 4 || least >= 1e4 }.max()
      ?? map(\.multiplier).min() ?? 0
  }
}
