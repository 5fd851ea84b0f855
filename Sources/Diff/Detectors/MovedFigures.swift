// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Results told against the results of the earlier period, and qualifiers that changed where the value did not.
enum MovedFigures {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      kind(pair).map { FigureChange.make($0, pair, in: side, rule: "moved-figures") }
    }
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
