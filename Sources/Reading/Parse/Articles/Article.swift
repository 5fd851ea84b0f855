// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// The part of a document that tells of one meeting, apart from the page around it.
///
/// Example: a page with the Jiangsu and the Guangxi meetings has two articles.
package struct Article: Sendable {
  /// The headline, without words of the page that cling to it.
  package var title: Range<Int>?
  /// The paragraphs of the article, headline and chrome left out, as ranges of the clean text.
  package var paragraphs: [Range<Int>]
  /// The date that the page or the byline gives.
  package var published: MeetingDate?

  package init(title: Range<Int>?, paragraphs: [Range<Int>], published: MeetingDate? = nil) {
    self.title = title
    self.paragraphs = paragraphs
    self.published = published
  }
}
