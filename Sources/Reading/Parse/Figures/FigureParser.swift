// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Finds the figures of an article: numbers with unit, indicator, period and aspect.
package struct FigureParser: Sendable {
  let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The figures of `paragraphs`; `frame` is nil for a text that tells of no meeting, `priorities` tell targets from
  /// results.
  package func figures(
    in paragraphs: [Range<Int>], of text: CleanText, _ frame: MeetingFrame?, _ priorities: [Priority]
  ) -> [Figure] {
    []
  }
}
