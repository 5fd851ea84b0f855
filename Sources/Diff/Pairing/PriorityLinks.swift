// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The links between two meetings' priorities, with all that is told of them.
struct PriorityLinks {
  /// The ranks of what is linked, without what is told of it.
  struct Places {
    let from: [Int]
    let to: [Int]
  }

  let from: Meeting
  let to: Meeting
  let relation: Relation
  let words: ComparingWords
  private let likeness: PriorityLikeness
  private let rulings: RuledPairs

  init(from: Meeting, to: Meeting, as relation: Relation, words: ComparingWords) {
    self.from = from
    self.to = to
    self.relation = relation
    self.words = words
    likeness = PriorityLikeness(
      from: from.priorities.map(\.withKnownLines), to: to.priorities.map(\.withKnownLines),
      isOneField: from.sector == to.sector, words: words)
    rulings = RuledPairs(from: from.priorities, to: to.priorities)
  }

  /// Every priority of either side once, in the order of the later list, what is dropped last.
  var links: [PriorityLink] {
    let groups = Links(likeness, words: words).groups
    let paired = groups.filter { !$0.from.isEmpty && !$0.to.isEmpty }
    let moved = Movement.moved(paired.map { ($0.from[0], $0.to[0]) })
    let places = Dictionary(uniqueKeysWithValues: zip(paired, moved))
    let statements = relation == .previous ? Statements(in: to, words: words) : nil
    return groups.map { link($0, moved: places[$0] ?? false, statements) }
  }

  /// The same as ranks alone, for who asks where a task stood and not what became of it.
  var places: [Places] {
    Links(likeness, words: words).groups.map { group in
      Places(from: group.from.map { from.priorities[$0].rank }, to: group.to.map { to.priorities[$0].rank })
    }
  }

  private func link(_ group: Links.Group, moved: Bool, _ statements: Statements?) -> PriorityLink {
    let before = group.from.map { from.priorities[$0] }
    let after = group.to.map { to.priorities[$0] }
    let linked = !before.isEmpty && !after.isEmpty
    let single = before.count == 1 && after.count == 1
    let (old, new) = (before.flatMap(\.terms), after.flatMap(\.terms))
    return PriorityLink(
      kind: kind(group), from: before.map(\.rank), to: after.map(\.rank), moved: moved && single,
      similarity: linked ? similarity(group) : nil,
      confidence: confidence(group),
      heads: single ? PriorityLink.Heads(from: before[0].head, to: after[0].head) : nil,
      newTerms: linked ? new.unique(without: old) : [], lostTerms: linked ? old.unique(without: new) : [],
      stated: after.isEmpty ? statements?.about(before[0]) : nil)
  }

  private func kind(_ group: Links.Group) -> PriorityLink.Kind {
    switch (group.from.count, group.to.count) {
    case (0, _): .added
    case (_, 0): .dropped
    case (1, 1): isKept(group.from[0], group.to[0]) ? .kept : .reworded
    case (1, _): .split
    default: .merged
    }
  }

  /// Kept is what has the same head; marks and width do not count. A head alone may stay while all else
  /// changes: that is still the same task, and what changed in it stands in the terms.
  private func isKept(_ i: Int, _ j: Int) -> Bool {
    if likeness.text(i, j) >= Thresholds.same { return true }
    let (old, new) = (from.priorities[i].head.lettersOnly, to.priorities[j].head.lettersOnly)
    return old == new || (likeness.text(i, j) >= Thresholds.sameButDamaged && isDamaged(old, new))
  }

  /// True where a damaged text has the same head with something lost or garbled at its end: the full stop may be what
  /// was lost.
  private func isDamaged(_ old: String, _ new: String) -> Bool {
    (from.damaged > 0 || to.damaged > 0) && (old.hasPrefix(new) || new.hasPrefix(old))
  }

  private func similarity(_ group: Links.Group) -> Double {
    var best = 0.0
    for i in group.from {
      for j in group.to { best = max(best, likeness.text(i, j)) }
    }
    return best
  }

  /// Sure where the evidence is far from the null cost; a lone item is sure where nothing came near it.
  private func confidence(_ group: Links.Group) -> Double {
    if group.from.contains(where: { i in group.to.contains { rulings.isSame(i, $0) } }) { return 1 }
    let all = group.from.map { i in to.priorities.indices.map { likeness(i, $0) } }
    let sides = group.to.map { j in from.priorities.indices.map { likeness($0, j) } }
    let nearest = ((all + sides).map { $0.max() ?? 0 }).min() ?? 0
    if group.from.isEmpty || group.to.isEmpty { return nearest < Thresholds.pair ? 0.9 : 0.6 }
    if group.from.count + group.to.count > 2 { return 0.75 }
    return nearest >= 2 * Thresholds.pair ? 0.97 : nearest >= 1.4 * Thresholds.pair ? 0.85 : 0.65
  }
}

extension Priority {
  /// The task without the line “other”, which says that none is known: two such tasks have nothing in common by it.
  fileprivate var withKnownLines: Priority {
    var priority = self
    priority.topics.removeAll { $0 == "other" }
    return priority
  }
}
