// SPDX-License-Identifier: Apache-2.0

package import struct FoundationEssentials.Decimal

/// Makes decimals from digits, never by way of binary fractions, and says nil where they would not be exact.
///
/// A `Decimal` holds 38 digits; 36 leave room for a multiplication by a percentage. More digits than that in
/// a report
/// are a broken table or a serial number, and a wrong number is worse than none.
package enum ExactDecimal {
  static let mostDigits = 36

  /// The number that `digits` (0–9, most significant first) write, times ten to the power of `exponent`.
  package static func make(digits: some Sequence<UInt8>, exponent: Int) -> Decimal? {
    var significand = Decimal(0)
    var chunk: UInt64 = 0
    var held = 0
    var count = 0
    for digit in digits {
      if count == 0, digit == 0 { continue }
      count += 1
      if count > mostDigits { return nil }
      chunk = chunk * 10 + UInt64(digit)
      held += 1
      if held == 18 {
        significand = significand * power(18) + Decimal(chunk)
        (chunk, held) = (0, 0)
      }
    }
    // Nearly every number of a report has few digits: no arithmetic at all.
    if count == held { return exact(chunk, exponent) }
    if held > 0 { significand = significand * power(held) + Decimal(chunk) }
    return scaled(significand, by: exponent)
  }

  /// `digits` times ten to the power of `exponent`, without zeros at its end.
  private static func exact(_ digits: UInt64, _ exponent: Int) -> Decimal? {
    var (digits, exponent) = (digits, exponent)
    while digits > 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    guard digits > 0 else { return 0 }
    guard exponent >= -mostDigits, exponent <= 18 else { return scaled(Decimal(digits), by: exponent) }
    return Decimal(sign: .plus, exponent: exponent, significand: Decimal(digits))
  }

  /// `value` times ten to the power of `exponent`; nil where the result has more than 36 places on either
  /// side.
  package static func scaled(_ value: Decimal, by exponent: Int) -> Decimal? {
    if value.isZero { return 0 }
    guard abs(exponent) <= mostDigits else { return nil }
    let result = value * power(exponent)
    return abs(result.exponent) <= mostDigits && !result.isNaN && result < power(mostDigits) ? result : nil
  }

  private static func power(_ exponent: Int) -> Decimal {
    Decimal(sign: .plus, exponent: exponent, significand: 1)
  }
}
