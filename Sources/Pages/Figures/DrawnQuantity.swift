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

  /// As a number to draw, the middle of a range.
  package var drawn: Double? {
    if let low, let high { return (Self.double(low) + Self.double(high)) / 2 }
    return value.map(Self.double)
  }

  private static func double(_ value: Decimal) -> Double { Double(value.description) ?? 0 }
}
