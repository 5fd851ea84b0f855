// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Priorities that stand as they stood: counted, and told in one line. What moved is told as moved.
enum KeptItems {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.filter { $0.kind == .kept && !side.isMove($0) }
      .map { side.change(.kept, $0, rule: "kept-items") }
  }
}
