// SPDX-License-Identifier: Apache-2.0

package import Minutes
package import struct FoundationEssentials.Decimal

/// A figure of one meeting beside the figure of the other that it can be told against.
///
/// A figure may stand in more than one pair: a target is told against its result and against the next
/// target. `delta` is `to` less `from` in plain units (points for percentages), nil where the two may not be
/// subtracted; `note` then says why.
package struct FigurePair: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case up, down, same, revised, added, dropped
    case met, missed
    case notDue = "not_due"
    case unreported, retargeted, incomparable
  }

  package var kind: Kind
  /// The later report's words, where it has any.
  package var indicator: String
  package var unit: String
  package var from: Figure?
  package var to: Figure?
  package var delta: Decimal?
  package var confidence: Double
  package var note: Note?

  /// Why two figures are not subtracted, or what changed beside the value.
  package enum Note: String, Sendable, Hashable, CaseIterable {
    case periodsDiffer = "时期不同类"
    case measuresDiffer = "口径不同"
    case totalsOfLevels = "不同级别的总量不相减"
    case rangeGiven = "一方为区间"
    case wordsChanged = "措辞有变，口径待核"
    case qualifierChanged = "限定词有变"
    case revisedBase = "按修订后的上期数"
    case metEarly = "提前完成"
  }
}

extension FigurePair {
  /// True where growth became a fall or a fall growth: 同比增长21.3% → 同比下降1.5%, which is −22.8 points.
  package var hasTurned: Bool {
    guard let from, let to else { return false }
    return Self.turns(from: from, to: to)
  }

  /// True where one is a growth and the other a fall; the target of a change says in its name which it is.
  static func turns(from: Figure, to: Figure) -> Bool {
    switch (from.aspect, to.aspect) {
    case (.increase, .decrease), (.decrease, .increase): true
    case (.target, .decrease): from.indicator.hasSuffix("增幅")
    case (.target, .increase): from.indicator.hasSuffix("降幅")
    default: false
    }
  }

  /// `delta` in percent of `from`, rounded half up to two places; nil where there is no delta or `from` is
  /// zero.
  ///
  /// Worked out when asked for: dividing and rounding sixty Decimals takes longer than finding the pairs,
  /// and most are never told.
  package var percent: Decimal? {
    guard delta != nil, !hasTurned, let old = from?.quantity.value, let new = to?.quantity.value else {
      return nil
    }
    return Arithmetic.percent(from: old, to: new)
  }
}
