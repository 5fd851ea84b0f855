// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Priorities whose place changed beyond what insertions and deletions explain.
enum Movements {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.filter(side.isMove).map { link in
      var change = side.change(link.to[0] < link.from[0] ? .rankUp : .rankDown, link, rule: "movements")
      change.seen = Lineage(side).sightings(ofDropped: link.from[0])
      return change
    }
  }
}
