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
      case .kept, .reworded, .merged, .split:
        var change = side.change(.uptake, link, rule: "uptake")
        if isInPart(change, side) { change.scope = Change.inPart }
        return change
      }
    }
  }

  /// True where the superior's head names several things and some of them stand nowhere in what took it up: 强化法治、数字和安全
  /// is in part 压实安全责任.
  private static func isInPart(_ change: Change, _ side: Comparing) -> Bool {
    change.from.contains { evidence in
      let things = things(side.words.name(of: evidence.head ?? ""), side.words)
      let held = things.filter { thing in change.to.contains { $0.excerpt.text.holds(thing) } }
      return !held.isEmpty && held.count < things.count
    }
  }

  /// The first two letters of each thing that a short name lists; a name that lists none has one.
  private static func things(_ name: String, _ words: ComparingWords) -> [String] {
    name.split(whereSeparator: { "、和与".contains($0) }).map { String(words.name(of: String($0)).prefix(2)) }
      .filter { $0.count == 2 }
  }
}
