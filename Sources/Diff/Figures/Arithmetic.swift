// SPDX-License-Identifier: Apache-2.0

package import FoundationEssentials

/// Exact arithmetic on amounts.
package enum Arithmetic {
  /// Rounded half away from zero to two places: 95.245 is 95.25.
  ///
  /// FoundationEssentials has no rounding for Decimal, so it is done on the digits.
  package static func rounded(_ value: Decimal) -> Decimal {
    let shifted = (value < 0 ? -value : value) * 100 + Decimal(5) / 10
    let whole = shifted.description.prefix { $0 != "." }
      .compactMap(\.wholeNumberValue).reduce(Decimal(0)) { $0 * 10 + Decimal($1) }
    return (value < 0 ? -whole : whole) / 100
  }

  /// `to` less `from` in percent of `from`, or nil where `from` is zero.
  package static func percent(from: Decimal, to: Decimal) -> Decimal? {
    from == 0 ? nil : rounded((to - from) * 100 / (from < 0 ? -from : from))
  }

  /// `part` in percent of `whole`, or nil where that is zero.
  package static func rate(_ part: Decimal, of whole: Decimal) -> Decimal? {
    whole == 0 ? nil : rounded(part * 100 / whole)
  }
}
