// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Results under one name that may not be subtracted, with the reason: a half-year is never told against a year, nor a
/// share against a number. Nor is a target set as a range told against one number: 1500至1800个 → 1700个左右.
enum Incomparables {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.filter { pair in
      pair.kind == .incomparable && (isOfResults(pair) || isSetAgain(pair, side))
    }.map { FigureChange.make(.incomparable, $0, in: side, rule: "incomparables") }
  }

  private static func isOfResults(_ pair: FigurePair) -> Bool {
    (pair.note == .periodsDiffer || pair.note == .measuresDiffer)
      && pair.from?.aspect != .target && pair.to?.aspect != .target
  }

  /// True for a target of one place's next report that is a range in one of the two.
  private static func isSetAgain(_ pair: FigurePair, _ side: Comparing) -> Bool {
    (side.relation == .previous || side.relation == .chosen) && pair.note == .rangeGiven
      && pair.from?.aspect == .target && pair.to?.aspect == .target
  }
}
