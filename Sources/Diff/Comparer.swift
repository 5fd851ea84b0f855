// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Compares meetings, with the words that a linguist may edit.
///
/// Two layers of result: `compare` gives positions for machines, `changes` gives values for people.
package struct Comparer: Sendable {
  package let words: ComparingWords

  package init(words: ComparingWords) { self.words = words }

  /// Lays a meeting beside its baseline; `relation` decides what may be told of their figures.
  package func compare(_ meeting: Meeting, with baseline: Meeting, as relation: Relation) -> Comparison {
    var comparison = compare(meeting, with: baseline, as: relation, KeyedFigures(words: words))
    comparison.formulations = FormulationChange.between(baseline, meeting)
    return comparison
  }

  /// The same with what is known of figures already, because a meeting is laid beside several, and without the
  /// formulations, which few ask for.
  func compare(
    _ meeting: Meeting, with baseline: Meeting, as relation: Relation, _ keyed: KeyedFigures
  ) -> Comparison {
    let links = PriorityLinks(from: baseline, to: meeting, as: relation, words: words).links
    return Comparison(
      relation: relation,
      priorities: links,
      figures: FigurePairing(
        from: keyed.side(of: baseline), to: keyed.side(of: meeting), as: relation, words: words
      ).pairs(),
      formulations: [],
      lengthFrom: baseline.length, lengthTo: meeting.length,
      damageFrom: baseline.damaged, damageTo: meeting.damaged)
  }
}
