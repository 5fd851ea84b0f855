// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Targets that were set year after year and are not set again: 长者食堂改为覆盖所有街道，不设家数目标.
///
/// One year's target is often done with; only what two reports on end had set is missed by a reader.
enum TargetsNotRenewed {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard side.relation == .previous, let older = side.earlier.last else { return [] }
    let renewed = side.comparison.figures.filter { $0.to?.aspect == .target }.compactMap(\.from)
    let before = side.keyed.of(older).map(\.key).filter(\.isTarget)
    return side.baseline.figures.compactMap { target in
      let key = side.keyed.key(of: target)
      guard key.isTarget, target.period?.lastYear == side.baseline.planYear, !renewed.contains(target),
        before.contains(where: { $0.isOfOneKind(with: key) })
      else { return nil }
      let pair = FigurePair(
        kind: .dropped, indicator: target.indicator, unit: target.quantity.unit, from: target, to: nil,
        confidence: target.confidence)
      var change = FigureChange.make(.figureGone, pair, in: side, rule: "targets-not-renewed")
      if !SilenceWeight.speaks(side) { change.confidence = .low }
      return change
    }
  }
}
