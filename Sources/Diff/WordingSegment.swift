// SPDX-License-Identifier: Apache-2.0

/// A stretch of two wordings: in both, only in the earlier, or only in the later.
package struct WordingSegment: Sendable, Hashable {
  /// The signs of a unified diff.
  package enum Side: String, Sendable, Hashable {
    case both = "="
    case from = "-"
    case to = "+"
  }

  package var side: Side
  package var text: String
}

extension WordingSegment {
  /// The stretches from an earlier wording to a later one; none where both are equal.
  package static func all(from: String, to: String) -> [WordingSegment] {
    Wording.segments(from: from, to: to)
  }
}
