// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Targets that the level above sets as a share or a ratio and this meeting does not: 节地生态安葬率、低保差距.
///
/// A number of the province's (适老化改造5万户) is no city's to set; a rate is for all.
enum UnsetTargets {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard !side.baseline.priorities.isEmpty, !side.meeting.priorities.isEmpty else { return [] }
    let paired = Set(side.comparison.figures.compactMap(\.from))
    return side.baseline.figures.filter { figure in
      figure.aspect == .target && isRelative(figure.quantity) && !paired.contains(figure)
        && figure.period?.lastYear == side.baseline.planYear
    }.map { figure in
      let pair = FigurePair(
        kind: .unreported, indicator: figure.indicator, unit: figure.quantity.unit, from: figure, to: nil,
        confidence: figure.confidence)
      var change = FigureChange.make(.uptakeMissing, pair, in: side, rule: "unset-targets")
      if side.comparison.damageTo > SilenceWeight.mostDamage { change.confidence = .low }
      return change
    }
  }

  private static func isRelative(_ quantity: Quantity) -> Bool {
    quantity.dimension == .percent || quantity.dimension == .ratio
  }
}
