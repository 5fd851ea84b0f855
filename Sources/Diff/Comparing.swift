// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// One meeting beside one baseline, as the detectors get it.
struct Comparing {
  let meeting: Meeting
  let baseline: Meeting
  let relation: Relation
  let comparison: Comparison
  /// Meetings of the series before the baseline, oldest first.
  let earlier: [Meeting]
  /// Superiors' and peers' meetings of the plan period before this one: who may have said it first.
  let others: [Meeting]
  /// What the place published before this meeting, the latest first.
  let bulletins: [Bulletin]
  let words: ComparingWords
  let older = OlderLinks()
  let keyed: KeyedFigures

  init(
    _ meeting: Meeting, _ baseline: Meeting, _ relation: Relation, earlier: [Meeting], others: [Meeting] = [],
    bulletins: [Bulletin] = [], _ keyed: KeyedFigures, _ comparer: Comparer
  ) {
    self.others = others
    self.bulletins = bulletins
    self.meeting = meeting
    self.baseline = baseline
    self.relation = relation
    self.earlier = earlier
    words = comparer.words
    self.keyed = keyed
    comparison = comparer.compare(meeting, with: baseline, as: relation, keyed)
  }

  /// The priorities of the baseline with these ranks, as evidence.
  func before(_ ranks: [Int]) -> [Change.Evidence] { evidence(ranks, in: baseline) }

  /// The priorities of the meeting with these ranks, as evidence.
  func after(_ ranks: [Int]) -> [Change.Evidence] { evidence(ranks, in: meeting) }

  /// The topic that a link is told under: the later item's first.
  func topic(_ link: PriorityLink) -> String? {
    meeting.priorities.first { link.to.contains($0.rank) }?.topics.first
      ?? baseline.priorities.first { link.from.contains($0.rank) }?.topics.first
  }

  /// A priority change with both sides' evidence.
  func change(_ kind: Change.Kind, _ link: PriorityLink, rule: String) -> Change {
    var change = Change(kind, .priority, in: self, rule: rule)
    change.from = before(link.from)
    change.to = after(link.to)
    change.topic = topic(link)
    change.similarity = link.similarity
    change.confidence = Change.Confidence(link.confidence)
    change.wordingFrom = change.from.first?.head
    change.wordingTo = change.to.first?.head
    return change
  }

  /// The priorities of a meeting with these ranks, as evidence.
  func evidence(_ ranks: [Int], in meeting: Meeting) -> [Change.Evidence] {
    meeting.priorities.filter { ranks.contains($0.rank) }.map {
      Change.Evidence(
        meeting: meeting.id, excerpt: $0.excerpt, rank: $0.rank, head: $0.head, name: words.name(of: $0.head))
    }
  }

  /// True where a link changed its place enough to be told: it passed at least two that stayed.
  ///
  /// Two neighbours that swapped are one observation too small for a reader.
  func isMove(_ link: PriorityLink) -> Bool {
    guard link.moved, let from = link.from.first, let to = link.to.first else { return false }
    let passed = comparison.priorities.count { other in
      guard !other.moved, let before = other.from.first, let after = other.to.first else { return false }
      return (before < from) != (after < to)
    }
    return passed >= 2
  }
}
