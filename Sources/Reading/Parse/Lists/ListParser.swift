// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Finds the enumerations of an article and tells the tasks from everything else.
package struct ListParser: Sendable {
  let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The priorities that the meeting sets, and all other lists.
  package func lists(
    in article: Article, of text: CleanText, _ frame: MeetingFrame
  ) -> (priorities: [Priority], others: [OtherList]) {
    ([], [])
  }
}
