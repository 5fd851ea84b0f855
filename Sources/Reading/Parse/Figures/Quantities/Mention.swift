// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A quantity where it stands in the text, before anybody knows what it counts.
struct Mention {
  /// From the qualifier before the number to the one after its unit: 超过六千万元, 3%至5%.
  var range: Range<Int>
  /// The number and its unit alone.
  var core: Range<Int>
  var quantity: Quantity
  /// 每人每月, 每千名老年人 as part of the unit: its words and how they are recorded.
  var rate: RateFrame?
  /// Written in Chinese digits.
  var isChinese = false
  /// 第三: a place in an order.
  var isOrdinal = false

  /// A part of a whole: 12%, 两成, 三分之二.
  var isProportion: Bool {
    quantity.dimension == .percent || quantity.dimension == .ratio && quantity.unit.isEmpty
  }
}
