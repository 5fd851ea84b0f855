// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What became of the superior's priorities: taken up, not named, or local only.
///
/// Counted in the superior's items, merges included. Where the superior's report names no tasks nothing can
/// be taken up, and nothing is local only.
enum Uptake {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard !side.baseline.priorities.isEmpty else { return [] }
    // A city's text is always shorter than its province's: only damage makes its silence unsure, or that it
    // has no tasks at all.
    let unsure =
      side.comparison.damageTo > SilenceWeight.mostDamage || side.meeting.priorities.isEmpty
    return side.comparison.priorities.map { link in
      switch link.kind {
      case .added: return side.change(.uptakeLocal, link, rule: "uptake")
      case .dropped:
        var change = side.change(.uptakeMissing, link, rule: "uptake")
        if unsure { change.confidence = .low }
        return change
      case .kept, .reworded, .merged, .split: return side.change(.uptake, link, rule: "uptake")
      }
    }
  }
}
