// SPDX-License-Identifier: Apache-2.0

internal import struct FoundationEssentials.Decimal

/// A number as written, before its unit: 8522.58万, 二百二十余万, 百分之八点五, 三分之二.
struct Numeral {
  /// What a number's own words say about its unit.
  enum Form {
    /// A plain number: the unit follows.
    case plain
    /// 百分之八, 一半.
    case percent
    /// 三分之二, 1/15: told as a part of one.
    case fraction
    /// 千分之四.
    case permille
    /// 翻一番 is twice as much, 翻两番 four times.
    case doubling
  }

  var range: Range<Int>
  /// Nil where the number has more digits than can be held exactly.
  var value: Decimal?
  var form = Form.plain
  /// The power of ten that was printed: 万 is 4.
  var multiplier = 0
  /// 余, 多 or 几 stands inside: more than the number says.
  var isOver = false
  /// Written in Chinese digits: 三 may be an idiom where 3 is a number.
  var isChinese = false
  /// Chinese digits without 十百千万: 二〇二四, a year or a serial number.
  var isSerial = false
  /// The second of two neighbouring digits: 两三 is two to three.
  var upper: Decimal?
}
