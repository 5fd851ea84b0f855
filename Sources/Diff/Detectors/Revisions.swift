// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The same indicator for the same period with another value: the later report corrects the earlier.
enum Revisions {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.filter { $0.kind == .revised }
      .map { FigureChange.make(.revised, $0, in: side, rule: "revisions") }
  }
}
