// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Figures and targets that only one of the two reports gives.
///
/// A short or damaged later text makes what is gone a matter of low confidence.
enum FiguresOfOneSide {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    let unsure = !SilenceWeight.counts(side)
    return side.comparison.figures.compactMap { pair in
      guard pair.kind == .added || (pair.kind == .dropped && !reachesFar(pair.from)) else { return nil }
      // What an older report had set is told as set again.
      if side.relation == .previous, let target = pair.to, TargetsSetAgain.again(target, side) != nil {
        return nil
      }
      let kind: Change.Kind = pair.kind == .added ? .figureNew : .figureGone
      var change = FigureChange.make(kind, pair, in: side, rule: "figures-of-one-side")
      if kind == .figureGone && unsure { change.confidence = .low }
      return change
    }
  }

  /// Totals over more than three years belong to a look back that no one repeats a year later.
  private static func reachesFar(_ figure: Figure?) -> Bool {
    guard let end = figure?.period?.lastYear else { return figure?.period?.shape == .plan }
    let start = figure?.comparedTo?.lastYear ?? figure?.period.flatMap { Int($0.rawValue.prefix(4)) } ?? end
    return end - 3 > start
  }
}
