// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What the words before a number say: the name of what is counted, the verb that governs it, and where the
/// quote begins.
///
/// Example: “全省新建老年助餐点” before 1143个 is the name 新建老年助餐点; 全省 is scope and is cut.
struct SubjectPhrase {
  /// The stretches that make the name, in order; a verb in the middle may be cut out.
  var name: [Range<Int>] = []
  /// Where name and verb begin: the start of a quote.
  var start: Int
  /// What the verbs say, the one nearest to the number first.
  var aspect: Figure.Aspect?
  /// A verb governs the number and awaits its object: 组织 80家….
  var isGoverned = false
  /// A verb that is cut stands right before the number: what comes before it is who did it.
  var endsInVerb = false
  /// A verb opens the phrase, so that a noun after the number can complete the name: 落实……18条措施.
  var hasLeadingVerb = false
  /// 占 stands before the number: the name is a share of something.
  var isShare = false
  /// 其中 opens the phrase: a part of what was counted before.
  var isPart = false
  /// A verb stands somewhere: what is counted is done, not had.
  var hasVerb = false
  var isCumulative = false
  /// 年均 or 日均 opens the name: a sum told for one year or day.
  var isAverage = false

  /// 高于, 高出 or 低于 something else: the number is a difference.
  var isBeside = false

  /// 并 joins the number's verb to a predicate before it: 实现零的突破并增至.
  var isCoordinated = false

  /// What 因 says before a change: 撤并整合 in 因撤并整合较上年减少17家.
  var cause: Range<Int>?

  /// 年均 or 月均 is all that is named.
  var isOnlyAverage = false

  /// 涨幅 or 降幅 before the number: the noun that says what changed by how much.
  var change: Range<Int>?

  /// What is named is told by the year: 地区生产总值.
  var isYearly = false

  var isEmpty: Bool { name.allSatisfy(\.isEmpty) }

  func text(_ text: [UInt32]) -> String { name.map { String(scalars: text[$0]) }.joined() }
}
