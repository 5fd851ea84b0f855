// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Results told against the results of the earlier period, and qualifiers that changed where the value did
/// not.
enum MovedFigures {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      // Targets told against targets are MovedTargets' to tell.
      guard kind(pair) != nil, pair.to?.aspect != .target else { return nil }
      let base = side.comparison.figures.first { $0.kind == .revised && $0.from == pair.from }?.to
      return base.map { rebased(pair, $0, side) }
        ?? kind(pair).map { FigureChange.make($0, pair, in: side, rule: "moved-figures") }
    }
  }

  /// Growth on the base that the later report itself gives, where it corrected the earlier one.
  ///
  /// 42.7万张 against last year's 41.9万 would be +1.9 %, and wrong as news: the report has 41.3万 for that year.
  private static func rebased(_ pair: FigurePair, _ base: Figure, _ side: Comparing) -> Change {
    var told = pair
    told.from = base
    told.note = .revisedBase
    if let old = base.quantity.value, let new = pair.to?.quantity.value {
      told.delta = new - old
      told.kind = old == new ? .same : old < new ? .up : .down
    }
    var change = FigureChange.make(
      kind(told) ?? .figureSame, told, in: side, rule: "moved-figures-revised-base")
    change.from = [Change.Evidence(meeting: side.meeting.id, excerpt: base.excerpt)]
    return change
  }

  private static func kind(_ pair: FigurePair) -> Change.Kind? {
    switch pair.kind {
    case .up: .figureUp
    case .down: .figureDown
    case .same: pair.note == .qualifierChanged ? .modifier : .figureSame
    case .met, .missed, .notDue, .unreported, .retargeted, .revised, .added, .dropped, .incomparable: nil
    }
  }
}
