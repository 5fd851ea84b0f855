// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Priorities whose head says it in other words.
enum Rewordings {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.filter { $0.kind == .reworded }.map {
      side.change(.reworded, $0, rule: "rewordings")
    }
  }
}
