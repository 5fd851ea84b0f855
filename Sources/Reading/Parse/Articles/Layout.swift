// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// What a page consists of: articles, headlines without content, and chrome.
package struct Layout: Sendable {
  package var articles: [Article]
  /// Headlines that name a meeting the page does not tell of.
  package var mentions: [String]
  package var published: MeetingDate?
  package var publisher: String?
  package var url: String?
  /// Why the page holds no report, where it holds none.
  package var reason: Report.Reason?

  package init(of text: CleanText, in vocabulary: Vocabulary) {
    articles = [Article(title: nil, paragraphs: text.paragraphs)]
    mentions = []
  }
}
