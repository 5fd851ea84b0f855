// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import FoundationEssentials

/// Targets told against targets: raised, lowered, the same; of a superior, set beside one's own.
///
/// Totals of a province and its city are not subtracted and so make no change.
enum MovedTargets {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      guard pair.from?.aspect == .target, pair.to?.aspect == .target, let delta = pair.delta else {
        return nil
      }
      let kind: Change.Kind = delta > 0 ? .targetUp : delta < 0 ? .targetDown : .targetSame
      return FigureChange.make(kind, pair, in: side, rule: "moved-targets")
    }
  }
}
