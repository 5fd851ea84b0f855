// SPDX-License-Identifier: Apache-2.0

package import FoundationEssentials

/// Exact arithmetic on amounts.
package enum Arithmetic {
  /// Rounded half away from zero to a number of places: 95.245 is 95.25, and to one place 95.2.
  ///
  /// FoundationEssentials has no rounding for Decimal, so it is done on the digits.
  package static func rounded(_ value: Decimal, places: Int = 2) -> Decimal {
    guard let (digits, after) = digits(of: value) else { return slowlyRounded(value, places) }
    if after <= places { return value }
    let step = power(after - places)
    guard let kept = Int(exactly: (2 * digits.magnitude + step) / (2 * step)) else {
      return slowlyRounded(value, places)
    }
    return Decimal(sign: digits < 0 ? .minus : .plus, exponent: -places, significand: Decimal(kept))
  }

  /// The same for numbers of more digits than an integer takes.
  private static func slowlyRounded(_ value: Decimal, _ places: Int) -> Decimal {
    let scale = (0..<places).reduce(Decimal(1)) { scale, _ in scale * 10 }
    let shifted = (value < 0 ? -value : value) * scale + Decimal(5) / 10
    let whole = shifted.description.prefix { $0 != "." }
      .compactMap(\.wholeNumberValue).reduce(Decimal(0)) { $0 * 10 + Decimal($1) }
    return (value < 0 ? -whole : whole) / scale
  }

  /// `to` less `from` in percent of `from`, or nil where `from` is zero.
  package static func percent(from: Decimal, to: Decimal) -> Decimal? {
    from == 0 ? nil : share(to - from, of: from < 0 ? -from : from)
  }

  /// `part` in percent of `whole`, or nil where that is zero.
  package static func rate(_ part: Decimal, of whole: Decimal) -> Decimal? {
    whole == 0 ? nil : share(part, of: whole)
  }

  /// The quotient in percent, by whole numbers where the digits are few, as those of reports are.
  ///
  /// A quotient of Decimals has 38 digits, and rounding it took a tenth of the time of a whole digest.
  private static func share(_ part: Decimal, of whole: Decimal) -> Decimal {
    guard let (x, p) = digits(of: part), let (y, q) = digits(of: whole) else {
      return rounded(part * 100 / whole)
    }
    let (above, below) = (x.magnitude * power(q + 4), y.magnitude * power(p))
    guard let hundredths = Int(exactly: (2 * above + below) / (2 * below)) else {
      return rounded(part * 100 / whole)
    }
    let sign: FloatingPointSign = (x < 0) != (y < 0) ? .minus : .plus
    return Decimal(sign: sign, exponent: -2, significand: Decimal(hundredths))
  }

  /// The digits of a number as a whole one, and how many of them stand after the point: 12.5 is 125 and 1.
  private static func digits(of value: Decimal) -> (Int128, Int)? {
    let text = value.description.utf8
    guard text.count <= 18 else { return nil }
    var (digits, places, isFraction) = (0, 0, false)
    for byte in text.drop(while: { $0 == UInt8(ascii: "-") }) {
      if byte == UInt8(ascii: ".") {
        isFraction = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      if isFraction { places += 1 }
    }
    return places <= 6 ? (Int128(value < 0 ? -digits : digits), places) : nil
  }

  private static func power(_ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
