// SPDX-License-Identifier: Apache-2.0

/// A task that a meeting sets for the coming period (重点任务).
///
/// `rank` counts from 1. `head` is the title sentence or first clause; `body` begins with the head and keeps its final
/// mark; `excerpt` runs from the head to the end of the body. The first topic is the primary one.
///
/// Example: 一是坚持党建引领…… has marker 一是, rank 1, topics party-building.
package struct Priority: Sendable, Hashable {
  /// What a person has said of this task and one of an earlier meeting.
  package struct Ruling: Sendable, Hashable {
    /// The head of the earlier one.
    package var head: String
    package var isSame: Bool

    package init(head: String, isSame: Bool) {
      self.head = head
      self.isSame = isSame
    }
  }

  /// What the rules read where a person has put a task right.
  package struct Original: Sendable, Hashable {
    package var head: String
    /// Its place in the list; nil where that was not put right.
    package var rank: Int?
    package var topics: [String]

    package init(head: String, rank: Int?, topics: [String]) {
      self.head = head
      self.rank = rank
      self.topics = topics
    }
  }

  package var rank: Int
  package var marker: String?
  package var head: String
  package var excerpt: Excerpt
  package var topics: [String]
  package var terms: [String]
  package var confidence: Double
  /// Which earlier tasks it is to be taken for, or not, whatever their words are like.
  package var rulings: [Ruling]
  /// What the rules read; nil where nobody has put it right.
  package var original: Original?

  package var body: String { excerpt.text }

  package init(
    rank: Int, marker: String?, head: String, excerpt: Excerpt, topics: [String] = [], terms: [String] = [],
    confidence: Double = 1, rulings: [Ruling] = [], original: Original? = nil
  ) {
    self.rank = rank
    self.marker = marker
    self.head = head
    self.excerpt = excerpt
    self.topics = topics
    self.terms = terms
    self.confidence = confidence
    self.rulings = rulings
    self.original = original
  }
}
