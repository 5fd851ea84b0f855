// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Targets that the last report did not set and an older one did: 海葬600例, set in 2022 as 400例 and not in 2023.
///
/// A target for its own year is meant: what was once set for the end of a plan is another promise. `scope` names the
/// year of the older one; the latest counts.
enum TargetsSetAgain {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard side.relation == .previous else { return [] }
    return side.comparison.figures.compactMap { pair in
      pair.kind == .added ? pair.to.flatMap { again($0, side) } : nil
    }
  }

  /// The change, or nil where no older report set the target.
  static func again(_ target: Figure, _ side: Comparing) -> Change? {
    let key = side.keyed.key(of: target)
    guard key.isTarget else { return nil }
    for report in side.earlier.reversed() {
      guard
        let year = report.planYear,
        let old = side.keyed.of(report).first(where: { figure, other in
          figure.period?.lastYear == year && other.isOfOneKind(with: key)
        })?.figure
      else { continue }
      return change(target, old, of: report, year, side)
    }
    return nil
  }

  private static func change(
    _ target: Figure, _ old: Figure, of report: Meeting, _ year: Int, _ side: Comparing
  ) -> Change {
    var pair = FigurePair(
      kind: .retargeted, indicator: target.indicator, unit: target.quantity.unit, from: old, to: target,
      confidence: min(target.confidence, old.confidence))
    if let before = old.quantity.value, let after = target.quantity.value { pair.delta = after - before }
    var change = FigureChange.make(.returned, pair, in: side, rule: "targets-set-again")
    change.from = [Change.Evidence(meeting: report.id, excerpt: old.excerpt)]
    change.scope = "\(year)年提出"
    return change
  }
}
