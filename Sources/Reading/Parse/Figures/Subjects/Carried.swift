// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What a clause may leave out because an earlier one said it.
struct Carried {
  /// The name of the figure before: what 同比增长4.9% is about.
  var subject: String?
  /// The last name that stands by itself: what 覆盖率 covers.
  var base: String?
  /// What 其中 takes parts of, as long as 、 adds parts.
  var whole: String?
  /// The part that 其中 named last: what 占比 is told of.
  var part: String?
  /// The subject was named in an earlier sentence.
  var isStale = false
  /// The last name told in a unit: what 比上年减少约300张 is about, whatever stands between.
  var inUnit: [String: String] = [:]
  /// The names of the sentence's figures so far: what 同比分别下降 shares out without naming anything.
  var recent: [String] = []
  /// The verb that 、 carries on.
  var aspect: Figure.Aspect?
  /// The 每人每月 or 每千人口 of the list.
  var rate: RateFrame?
  /// The clause goes on with a list.
  var isListed = false
  /// Names that 分别 has still to share out.
  var queue: ArraySlice<String> = []
  /// The last number had no unit of its own: 志愿者破百万，达104万人.
  var isUnitless = false
  /// The names that 分别 shared out last: those that 提高至C、D takes up again.
  var shared: [String] = []
  /// The last value was one that a change starts from: 由650元.
  var isOrigin = false
  /// What was done for the receiver: 购买居家服务, which names the sum that it cost.
  var act: String?
  /// Where the receiver of a sum ends, which is no part of the next name.
  var taken = 0
  /// The last clause without a figure in this sentence.
  var clause: Range<Int>?

  /// Forgets what does not reach over a mark.
  mutating func enter(_ opening: Clauses.Mark) {
    isListed = opening == .item
    if opening != .item { (aspect, whole) = (nil, nil) }
    if opening > .comma { queue = [] }
    guard opening == .stop else { return }
    (rate, clause, base, part, recent, isStale) = (nil, nil, nil, nil, [], true)
    (shared, isOrigin, act) = ([], false, nil)
  }
}
