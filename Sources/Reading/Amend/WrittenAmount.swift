// SPDX-License-Identifier: Apache-2.0

internal import struct FoundationEssentials.Decimal
internal import Minutes

/// An amount as a person writes it: 14500, 14,500, １４５００, 1.45万, 3.1亿, 72.5, or a range of two, 3—5万.
struct WrittenAmount {
  private(set) var value: Decimal?
  private(set) var low: Decimal?
  private(set) var high: Decimal?

  init(_ text: String) throws(AmendmentError) {
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.map(Self.narrow)))
    let ends = plain.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if ends.count == 1, let amount = Self.amount(ends[0], power: 0) {
      value = amount
      return
    }
    if ends.count == 2, let last = Self.amount(ends[1], power: 0) {
      // 3—5万: the power stands once, behind both.
      let power = Self.power(of: ends[0]).exponent == 0 ? Self.power(of: ends[1]).exponent : 0
      if let first = Self.amount(ends[0], power: power), first < last {
        (low, high) = (first, last)
        return
      }
    }
    throw AmendmentError(
      what: Saying("\(text) is no amount", "“\(text)”不是数值"),
      hint: Saying(
        "write 14500, 14,500, 1.45万, 3.1亿 or 72.5, or a range, 3—5万; the unit goes to --unit",
        "请写 14500、14,500、1.45万、3.1亿 或 72.5，区间写 3—5万；单位用 --unit"))
  }

  /// The form that is kept, taken apart again: 14500, or 3–5.
  init?(kept text: String) {
    let ends = text.split(separator: "–", omittingEmptySubsequences: false).map {
      Decimal(string: String($0))
    }
    switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
    case (1, let one?, _): value = one
    case (2, let one?, let other?): (low, high) = (one, other)
    default: return nil
    }
  }

  /// The form that is kept.
  var description: String {
    if let low, let high { return "\(low)–\(high)" }
    return value?.description ?? ""
  }

  /// Full-width digits and marks as half-width ones; every dash and 至 between the ends of a range as one.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "０"..."９", "，", "．": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "—", "–", "－", "~", "～", "至", "到": "-"
    default: scalar
    }
  }

  private static func power(of text: String) -> (exponent: Int, signs: Int) {
    text.hasSuffix("万亿") ? (12, 2) : text.hasSuffix("亿") ? (8, 1) : text.hasSuffix("万") ? (4, 1) : (0, 0)
  }

  /// Digits with at most one point, their thousands marked off or not, then 万, 亿 or 万亿, or else the power.
  private static func amount(_ text: String, power other: Int) -> Decimal? {
    let (own, signs) = power(of: text)
    let parts = text.dropLast(signs).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = ungrouped(parts[0]) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let digits = (whole + fraction).utf8.map { $0 &- UInt8(ascii: "0") }
    guard parts.count == 1 || !fraction.isEmpty, digits.allSatisfy({ $0 <= 9 }) else { return nil }
    return ExactDecimal.make(digits: digits, exponent: (own == 0 ? other : own) - fraction.utf8.count)
  }

  /// 1,234,567 without its commas; nil where they do not stand before each three digits.
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return text.isEmpty ? nil : String(text) }
    guard (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
      return nil
    }
    return groups.joined()
  }
}
