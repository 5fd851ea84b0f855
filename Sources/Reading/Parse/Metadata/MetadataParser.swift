// SPDX-License-Identifier: Apache-2.0

package import Lexicon

/// Reads who met, when and about what from an article.
package struct MetadataParser: Sendable {
  let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The frame of the meeting that an article tells of, or nil where it tells of none.
  package func frame(of article: Article, in text: CleanText, named fileName: String, _ layout: Layout) -> MeetingFrame? {
    nil
  }
}
