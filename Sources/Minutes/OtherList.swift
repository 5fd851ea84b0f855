// SPDX-License-Identifier: Apache-2.0

/// An enumeration that sets no tasks: what a leader requires, what was learned, what falls short.
///
/// Example: 一要深刻把握… 二是要深刻把握… said by a leader is `leader requirements`.
package struct OtherList: Sendable, Hashable {
  package enum About: String, Sendable, Hashable, CaseIterable {
    case leaderRequirements = "leader requirements"
    case meetingRequirements = "meeting requirements"
    case experience, approach, shortcomings, achievements
  }

  package struct Item: Sendable, Hashable {
    package var rank: Int
    package var marker: String?
    package var head: String
    package var excerpt: Excerpt

    package init(rank: Int, marker: String?, head: String, excerpt: Excerpt) {
      self.rank = rank
      self.marker = marker
      self.head = head
      self.excerpt = excerpt
    }
  }

  package var about: About
  /// The speaker, where one is named.
  package var by: String?
  package var items: [Item]

  package init(about: About, by: String?, items: [Item]) {
    self.about = about
    self.by = by
    self.items = items
  }
}
