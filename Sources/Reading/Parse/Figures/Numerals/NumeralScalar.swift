// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// What a scalar means within a number.
enum NumeralScalar {
  /// 0–9, also of full width.
  static func arabic(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x30...0x39: UInt8(scalar - 0x30)
    case 0xFF10...0xFF19: UInt8(scalar - 0xFF10)
    default: nil
    }
  }

  /// 〇, 零, 一 … 九, 两.
  static func chinese(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24, 0x5169: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// 壹 … 玖, the digits of bills. Some are common characters too (陆, 伍): only context makes them digits.
  static func formal(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x58F9: 1
    case 0x8D30, 0x8CB3: 2
    case 0x53C1: 3
    case 0x8086: 4
    case 0x4F0D: 5
    case 0x9646, 0x9678: 6
    case 0x67D2: 7
    case 0x634C: 8
    case 0x7396: 9
    default: nil
    }
  }

  /// The power of ten of 拾, 佰, 仟, which are powers behind a formal digit only: 收拾 is none.
  static func formalPower(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x62FE: 1
    case 0x4F70: 2
    case 0x4EDF: 3
    default: nil
    }
  }

  /// 廿 and 卅 hold their ten: 廿三 is 23.
  static func tens(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x5EFF: 2
    case 0x5345: 3
    default: nil
    }
  }

  /// The power of ten of 十, 百, 千, 万, 亿; 萬 and 億 stand in texts that no rule has simplified.
  static func power(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 1
    case 0x767E: 2
    case 0x5343: 3
    case 0x4E07, 0x842C: 4
    case 0x4EBF, 0x5104: 8
    default: nil
    }
  }

  /// 余, 多: more than the number before it.
  static func isOver(_ scalar: UInt32) -> Bool { scalar == 0x4F59 || scalar == 0x591A }

  /// The decimal point, half or full width.
  static func isPoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0xFF0E }

  /// The comma between groups of three digits, half or full width.
  static func isGroupComma(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == 0xFF0C }

  /// True where a number may begin; nearly every scalar of a text is turned away here.
  static func opens(_ scalar: UInt32) -> Bool { openers.contains(scalar) }

  /// All that a number may begin with: what the functions above know.
  static let openers = ScalarSet("0123456789０１２３４５６７８９〇零一二两兩三四五六七八九十百千万萬亿億廿卅壹贰貳叁肆伍陆陸柒捌玖翻半")
}
