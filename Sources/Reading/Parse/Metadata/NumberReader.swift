// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Reads the small numbers of dates, in ASCII digits or in Chinese: 2024, 二〇二四, 十一, 三十一.
struct NumberReader {
  let scalars: [UInt32]
  var place: Int
  let end: Int

  /// The scalar at hand.
  var next: UInt32? { place < end ? scalars[place] : nil }

  /// The number at hand, up to four digits, or nil.
  mutating func number() -> Int? {
    let start = place
    var value = 0
    while let scalar = next, scalar.isDigit, place - start < 5 {
      value = value * 10 + Int(scalar - 0x30)
      place += 1
    }
    if place > start { return place - start < 5 ? value : nil }
    return chineseNumber()
  }

  /// The number at hand if `mark` follows and it lies in `bounds`; the mark is passed over.
  mutating func number(before mark: UInt32, in bounds: ClosedRange<Int>) -> Int? {
    let start = place
    guard let value = number(), next == mark, bounds.contains(value) else {
      place = start
      return nil
    }
    place += 1
    return value
  }

  /// The first day of `7-8日` or `7至8日`.
  mutating func firstOfSeveral() -> Int? {
    let start = place
    if let first = number(), (1...31).contains(first), let mark = next, Self.rangeMarks.contains(mark) {
      place += 1
      if number(before: 0x65E5, in: 1...31) != nil { return first }
    }
    place = start
    return nil
  }

  private mutating func chineseNumber() -> Int? {
    var digits: [Int] = []
    while let scalar = next, let digit = DateScanner.chinese(scalar), digits.count < 5 {
      digits.append(digit)
      place += 1
    }
    guard let ten = digits.firstIndex(of: 10) else {
      return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + $1 }
    }
    guard digits.count <= 3, ten <= 1, !digits[(ten + 1)...].contains(10), digits.count - ten <= 2 else {
      return nil
    }
    return (ten == 0 ? 1 : digits[0]) * 10 + (digits.count > ten + 1 ? digits[ten + 1] : 0)
  }

  private static let rangeMarks = ScalarSet("-至到—–、~")
}
