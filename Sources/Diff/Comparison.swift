// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Two meetings side by side, in positions: what machines read, `minutectl diff --json`.
///
/// Each priority of either side stands in exactly one link, and each figure in at least one pair. Nothing is
/// judged or weighed here; `Change` says what people want to know.
package struct Comparison: Sendable, Hashable {
  package var relation: Relation
  package var priorities: [PriorityLink]
  package var figures: [FigurePair]
  package var formulations: [FormulationChange]
  /// Unicode scalars of both clean texts.
  package var lengthFrom: Int
  package var lengthTo: Int
  /// The share of each text that is damaged beyond repair, 0 to 1.
  package var damageFrom: Double
  package var damageTo: Double
}

extension Comparison {
  /// How many links are of a kind.
  package func count(_ kind: PriorityLink.Kind) -> Int { priorities.count { $0.kind == kind } }

  /// The later text's length in percent of the earlier one's, or nil where that is empty.
  package var lengthPercent: Int? { lengthFrom > 0 ? lengthTo * 100 / lengthFrom : nil }
}
