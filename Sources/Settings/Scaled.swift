// SPDX-License-Identifier: Apache-2.0

/// A decimal number of a configuration value, kept exact as digits over a power of ten.
///
/// Foreign text must not trap: what does not fit into 64 bits is nil.
struct Scaled: Sendable, Hashable {
  var digits: Int64
  /// The number is `digits / divisor`.
  var divisor: Int64

  /// Takes a number such as `30` or `1.5` off the head of `rest`; nil, taking nothing, where there is none.
  static func take(_ rest: inout Substring) -> Scaled? {
    let text = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let fraction = parts.count == 2 ? parts[1].count : 0
    guard fraction <= 9, let digits = Int64(parts.joined()) else { return nil }
    rest = rest.dropFirst(text.count)
    return Scaled(digits: digits, divisor: (0..<fraction).reduce(1) { power, _ in power * 10 })
  }

  /// The number of `unit`s, rounded down, or nil where it does not fit.
  func times(_ unit: Int64) -> Int64? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product / divisor
  }
}
