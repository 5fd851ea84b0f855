// SPDX-License-Identifier: Apache-2.0

/// The numbers that count items: 一 to 九十九, and 1 to 999,999.
enum ListNumeral {
  /// The Chinese number that begins at `place` and where it ends, or nil.
  static func chinese(in scalars: [UInt32], at place: Int) -> (number: Int, end: Int)? {
    guard place < scalars.count else { return nil }
    if scalars[place] == "十" {
      guard let ones = digit(scalars, place + 1) else { return (10, place + 1) }
      return (10 + ones, place + 2)
    }
    guard let first = digit(scalars, place) else { return nil }
    guard place + 1 < scalars.count, scalars[place + 1] == "十" else { return (first, place + 1) }
    guard let ones = digit(scalars, place + 2) else { return (first * 10, place + 2) }
    return (first * 10 + ones, place + 3)
  }

  /// The Arabic number of at most so many digits that begins at `place` and where it ends, or nil.
  ///
  /// With four digits it may be a year; only a list that has counted that far takes it for an item's.
  static func arabic(in scalars: [UInt32], at place: Int, digits: Int = 3) -> (number: Int, end: Int)? {
    var number = 0
    var end = place
    while end < scalars.count, (0x30...0x39).contains(scalars[end]) {
      guard end - place < digits else { return nil }
      number = number * 10 + Int(scalars[end] - 0x30)
      end += 1
    }
    return end > place ? (number, end) : nil
  }

  private static func digit(_ scalars: [UInt32], _ place: Int) -> Int? {
    guard place < scalars.count else { return nil }
    switch scalars[place] {
    case "一": return 1
    case "二": return 2
    case "三": return 3
    case "四": return 4
    case "五": return 5
    case "六": return 6
    case "七": return 7
    case "八": return 8
    case "九": return 9
    default: return nil
    }
  }
}

/// Lets rules name a scalar by its character: `scalars[place] == "十"`.
func ~= (character: Unicode.Scalar, scalar: UInt32) -> Bool { scalar == character.value }
func == (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar == character.value }
func != (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar != character.value }
