// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names of the superior's priorities that are taken up or not, and names that are used here alone.
///
/// A name in use anywhere in the other text counts as used: a brand may stand in the review instead of the
/// tasks.
enum BrandUptake {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard !side.baseline.priorities.isEmpty else { return [] }
    let above = terms(of: side.baseline)
    let taken = above.map { term in
      change(side.meeting.holds(term) ? .uptake : .uptakeMissing, term, side)
    }
    let local = terms(of: side.meeting).filter { !side.baseline.holds($0) }
    return taken + local.map { change(.uptakeLocal, $0, side) }
  }

  private static func terms(of meeting: Meeting) -> [String] {
    meeting.priorities.flatMap(\.terms).unique(without: [])
  }

  private static func change(_ kind: Change.Kind, _ term: String, _ side: Comparing) -> Change {
    var change = Change(kind, .formulation, in: side, rule: "brand-uptake")
    if kind != .uptakeLocal {
      (change.wordingFrom, change.from) = (term, side.naming(term, in: side.baseline))
    }
    if kind != .uptakeMissing { (change.wordingTo, change.to) = (term, side.naming(term, in: side.meeting)) }
    if kind == .uptakeMissing, side.comparison.damageTo > SilenceWeight.mostDamage {
      change.confidence = .low
    }
    return change
  }
}

extension Meeting {
  /// True where the text has the word anywhere.
  func holds(_ word: String) -> Bool {
    paragraphs.contains { $0.text.holds(word) } || priorities.contains { $0.body.holds(word) }
  }
}

extension Comparing {
  /// Where a meeting's text has a name: the clause that does, of a priority first.
  ///
  /// Not the whole priority: that a name is new says nothing of its task, which may be an old one.
  func naming(_ term: String, in meeting: Meeting) -> [Change.Evidence] {
    if let priority = meeting.priorities.first(where: { $0.body.holds(term) }) {
      var told = evidence([priority.rank], in: meeting)
      if !told.isEmpty { told[0].excerpt = Sentence.clause(holding: term, in: priority.excerpt) }
      return told
    }
    guard let paragraph = meeting.paragraphs.first(where: { $0.text.holds(term) }) else { return [] }
    let clause = Sentence.clause(holding: term, in: paragraph)
    return [Change.Evidence(meeting: meeting.id, excerpt: clause)]
  }
}
