// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A meeting in whose text the words asked for stand.
package struct SearchHit: Sendable, Hashable {
  package var meeting: MeetingSummary
  /// The paragraphs that hold one of the words, in order, with their places in the source.
  package var paragraphs: [Excerpt]
}
