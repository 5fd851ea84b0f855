// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Targets whose bound changed beside their value: 55% became 超过58%, and that is another promise than 58%.
///
/// Of results only what kept its value is told so: there 近 and 约 say how the number was rounded, no more.
enum Modifiers {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      guard pair.kind == .retargeted, let old = pair.from, let new = pair.to,
        old.quantity.qualifier != new.quantity.qualifier
      else { return nil }
      return FigureChange.make(.modifier, pair, in: side, rule: "modifiers")
    }
  }
}
