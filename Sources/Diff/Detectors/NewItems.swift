// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Priorities that the baseline does not have: new, or back after a time.
///
/// An item of an older meeting of the series is `returned`, with the years between; else `new_item`, and its
/// scope says over how many meetings. Across a gap in the series nothing is called first.
enum NewItems {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    let links = side.comparison.priorities.filter { $0.kind == .added }
    let history = Lineage(side)
    return links.map { link in
      let seen = history.sightings(ofAdded: link.to[0])
      var change = side.change(seen.isEmpty ? .newItem : .returned, link, rule: "new-items")
      change.seen = seen
      change.scope = seen.isEmpty ? history.reach : nil
      return change
    }
  }
}
