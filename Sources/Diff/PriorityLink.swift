// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What became of one priority, or of a few that were merged or split.
///
/// `from` and `to` are ranks, ascending. An added one has no `from`, a dropped one no `to`.
///
/// Example: 社会事务 (7) and 区划地名 (8) that became 社会事务和区划地名 (8) are merged, from [7, 8], to [8].
package struct PriorityLink: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case kept, reworded, merged, split, added, dropped
  }

  package var kind: Kind
  package var from: [Int]
  package var to: [Int]
  /// True where its place among the linked ones changed; shifts that insertions explain are no moves.
  package var moved: Bool
  /// The cosine of the whole texts, 0 to 1; nil where there is only one side.
  package var similarity: Double?
  package var confidence: Double
  /// The heads of a pair; nil where one side has none or several.
  package var heads: Heads?
  package var newTerms: [String]
  package var lostTerms: [String]
  /// The report's own sentence on the change, where it gives one.
  package var stated: Excerpt?

  /// The heads of two tasks that are one.
  package struct Heads: Sendable, Hashable {
    package var from: String
    package var to: String
  }

  /// The heads' difference; empty where they are equal or there is only one side.
  package var wording: [WordingSegment] { heads.map { Wording.segments(from: $0.from, to: $0.to) } ?? [] }
}
