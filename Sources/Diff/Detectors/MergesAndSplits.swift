// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Several priorities that became one, and one that became several.
enum MergesAndSplits {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.compactMap { link in
      switch link.kind {
      case .merged: side.change(.merged, link, rule: "merges-and-splits")
      case .split: side.change(.split, link, rule: "merges-and-splits")
      case .kept, .reworded, .added, .dropped: nil
      }
    }
  }
}
