// SPDX-License-Identifier: Apache-2.0

/// The time a figure belongs to (报告期), in the notation of the contract.
///
/// Shapes: a year `2022`, a half `2023-H1`, a quarter `2023-Q3`, a month `2023-06`, a span `2012/2022` or
/// `2023-01/2023-06`, a plan `十三五`. Periods compare only with periods of the same shape.
///
/// Example: 十年来 in a report of 2023 is `2012/2022`.
package struct Period: Sendable, Hashable, RawRepresentable {
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(year: Int) { rawValue = String(year) }

  /// A half of a year, 1 or 2: `2023-H1`.
  package init(year: Int, half: Int) { rawValue = "\(year)-H\(half)" }

  package init(from first: Int, to last: Int) { rawValue = "\(first)/\(last)" }

  package enum Shape: String, Sendable, Hashable {
    case year, half, quarter, month, span, plan
  }

  package var shape: Shape {
    if rawValue.contains("/") { return .span }
    if rawValue.contains("H") { return .half }
    if rawValue.contains("Q") { return .quarter }
    if Int(rawValue) != nil { return .year }
    return rawValue.contains("-") ? .month : .plan
  }

  /// The last year that the period reaches, where its notation gives one.
  package var lastYear: Int? {
    guard let last = rawValue.split(separator: "/").last else { return nil }
    return Int(last.prefix(4))
  }
}
