// SPDX-License-Identifier: Apache-2.0

package import Minutes
package import FoundationEssentials

/// One thing that changed, with all its evidence: what people want to know, and what each entry in the
/// journal tells.
///
/// Values, not positions: a change can be told without the comparison it came from. `rule` names the
/// detector, for `minutectl explain`.
package struct Change: Sendable, Hashable {
  /// What a change is about; the raw value is `MINUTED_SUBJECT`.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case priority, figure, formulation, leader, length
  }

  /// How sure it is; low makes the words 待核, never 未完成 or 不再提.
  package enum Confidence: String, Sendable, Hashable, CaseIterable {
    case high, medium, low

    package init(_ share: Double) { self = share >= 0.8 ? .high : share >= 0.6 ? .medium : .low }
  }

  /// A place in one of the reports that shows the change.
  package struct Evidence: Sendable, Hashable {
    /// The id of the meeting whose report it stands in.
    package var meeting: String
    package var excerpt: Excerpt
    /// The rank and head of the priority, where it is one.
    package var rank: Int?
    package var head: String?
    /// The head in a few characters, for headlines: 基层治理 for 增强基层治理效能.
    package var name: String?

    package init(
      meeting: String, excerpt: Excerpt, rank: Int? = nil, head: String? = nil, name: String? = nil
    ) {
      self.meeting = meeting
      self.excerpt = excerpt
      self.rank = rank
      self.head = head
      self.name = name
    }
  }

  /// A meeting of the series that had the item, for “2021—2023年均有”.
  package struct Sighting: Sendable, Hashable {
    package var year: Int
    /// Its place among the tasks; 0 where the text has it outside them.
    package var rank: Int
  }

  package var kind: Kind
  package var relation: Relation
  package var subject: Subject
  /// The ids of the meetings compared with: one, or several peers.
  package var baselines: [String]
  package var topic: String?
  package var from: [Evidence]
  package var to: [Evidence]
  /// The figures of a figure change.
  package var figures: FigurePair?
  /// The next target beside a judged one: 今年目标1500个.
  package var nextTarget: Figure?
  /// The words that changed: a term, a name, a pair of heads.
  package var wordingFrom: String?
  package var wordingTo: String?
  package var similarity: Double?
  package var stated: Excerpt?
  /// Earlier meetings of the series that had it, oldest first.
  package var seen: [Sighting]
  /// What a “new” or an “only” reaches over: 馆藏4次会议, 已收录3家.
  package var scope: String?
  package var confidence: Confidence
  package var rule: String
  /// True where a reader has called a change like this one insignificant: it weighs least.
  package var isMarked = false
}

extension Change {
  /// A change with what every one has; the rest is set by its detector.
  init(_ kind: Kind, _ subject: Subject, in side: Comparing, rule: String) {
    self.kind = kind
    self.subject = subject
    self.rule = rule
    relation = side.relation
    baselines = [side.baseline.id]
    (from, to, seen) = ([], [], [])
    confidence = .high
  }

  /// The scope of what the level below took up without some of its things.
  package static let inPart = "部分"

  /// The year that a returned item was last seen in.
  package var lastSeen: Int? { seen.last?.year }

  /// What a mark holds for where it is set on this change: its kind and matter, whoever it is compared with.
  package var insignificance: Insignificance {
    let matter: String? =
      switch subject {
      case .figure: figures?.indicator ?? wordingTo ?? wordingFrom
      case .formulation: wordingTo ?? wordingFrom ?? scope
      case .priority: topic ?? (to.first ?? from.first)?.head
      case .leader: wordingTo ?? wordingFrom
      case .length: nil
      }
    return Insignificance(change: kind.rawValue, subject: subject.rawValue, matter: matter ?? "")
  }

  /// How far a share of the target was reached, in percent; nil for shares and upper limits, which have no
  /// rate.
  package var rate: Decimal? {
    guard kind == .met || kind == .missed, let target = figures?.from, let result = figures?.to else {
      return nil
    }
    guard target.quantity.dimension != .percent, target.quantity.qualifier != .atMost else { return nil }
    guard let goal = target.quantity.value, let reached = result.quantity.value else { return nil }
    return Arithmetic.rate(reached, of: goal)
  }
}
