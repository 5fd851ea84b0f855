// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Priorities that the baseline does not have: new, or back after a time.
///
/// An item of an older meeting of the series is `returned`, with the years between; else `new_item`, and its
/// scope says over how many meetings. Across a gap in the series nothing is called first; beside a baseline in which no
/// task was read nothing is called new.
enum NewItems {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard !side.baseline.priorities.isEmpty else { return [] }
    let links = side.comparison.priorities.filter { $0.kind == .added }
    let history = Lineage(side)
    return links.map { link in
      let seen = history.sightings(ofAdded: link.to[0])
      var change = side.change(seen.isEmpty ? .newItem : .returned, link, rule: "new-items")
      change.seen = seen
      change.scope = seen.isEmpty && !isNamedBefore(link, side) ? history.reach : nil
      return change
    }
  }

  /// True where four characters of the item's short name stand in a task of an older report: 社会组织监管 as an
  /// item of its own is no first where 引导社会参与 had 社会组织 in it.
  private static func isNamedBefore(_ link: PriorityLink, _ side: Comparing) -> Bool {
    guard let head = side.after(link.to).first?.head else { return true }
    let pieces = side.words.pieces(of: head)
    return (side.earlier + [side.baseline]).contains { report in
      report.priorities.contains { task in pieces.contains(where: task.body.holds) }
    }
  }
}
