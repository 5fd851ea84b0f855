// SPDX-License-Identifier: Apache-2.0

/// The word or sign that opens an item of a numbered list: 一是, 第二，, （三）, 4., ⑤, ——.
struct Marker {
  /// Signs of one style count together: 一要 二要 三是 is one list, 一、 beside （一） are two.
  enum Style: Hashable {
    /// 一是, 一要, 二是要
    case clause
    /// 一抓, 二抓: a number before the verb that all items share
    case verb(UInt32)
    /// 第一, 首先, 其次
    case ordinal
    /// 其一
    case each
    /// （一）
    case bracket
    /// 一、
    case heading
    /// 1. and 1、
    case arabic
    /// （1） and 1）
    case arabicBracket
    /// ①
    case circled
    /// ——, ◆, ●: these have no numbers
    case bullet

    /// From how many on they make a list: a number tells more than a sign or a verb.
    var least: Int {
      switch self {
      case .bullet, .verb: 3
      default: 2
      }
    }
  }

  /// The number of 最后，, which follows whatever came before.
  static let last = -1

  var style: Style
  var number: Int
  /// The marker as printed, without the comma after it.
  var label: Range<Int>
  /// Where the item's words begin.
  var content: Int
  /// The place of its paragraph in the article, from 0.
  var paragraph = 0
  var opensParagraph = false
  /// False for the 一要 of 全市民政系统一要……；二要……, which only 二要 makes a marker.
  var opensClause = true
}
