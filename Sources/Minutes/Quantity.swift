// SPDX-License-Identifier: Apache-2.0

package import struct FoundationEssentials.Decimal

/// A number with its unit, as a text gives it (数值).
///
/// `value` is exact and plain: 万 and 亿 are resolved into it, money is in 元. A range has `low` and `high` and no value.
/// `multiplier` keeps the power of ten that was printed (万 is 4), which tells the precision and how to print it again.
///
/// Example: 约3.1亿元 is 310000000 元, about, multiplier 8.
package struct Quantity: Sendable, Hashable {
  package enum Dimension: String, Sendable, Hashable, CaseIterable {
    case count, money, percent, ratio, people
    case personTimes = "person-times"
    case duration, area, rank, other
  }

  package enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case exact, about, over, nearly
    case atLeast = "at-least"
    case atMost = "at-most"
  }

  package var value: Decimal?
  package var low: Decimal?
  package var high: Decimal?
  package var unit: String
  package var dimension: Dimension
  package var qualifier: Qualifier
  package var multiplier: Int

  package init(
    value: Decimal?, low: Decimal? = nil, high: Decimal? = nil, unit: String, dimension: Dimension,
    qualifier: Qualifier = .exact, multiplier: Int = 0
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.dimension = dimension
    self.qualifier = qualifier
    self.multiplier = multiplier
  }
}
