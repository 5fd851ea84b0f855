// SPDX-License-Identifier: Apache-2.0

/// The words a value was read from, and where they stand.
///
/// `text` is as cleaned (simplified, full-width marks); `span` and `paragraph` point into the source. Paragraphs count
/// from 1 over the non-empty lines of the clean text; where the document has pages, `page` counts from 1 and the paragraphs
/// begin anew on each, one that runs over belonging to the page it begins on. `document` is the SHA-256 of the report that has the words where
/// a meeting is told by several and this is not the fullest of them; nil is the fullest, or the only one.
///
/// Example: “新建老年助餐点1143个”, ¶3 180-192 in a text, p1 ¶3 180-192 in a PDF.
package struct Excerpt: Sendable, Hashable {
  package var text: String
  package var span: Span
  package var paragraph: Int
  package var page: Int?
  package var document: String?

  package init(text: String, span: Span, paragraph: Int, page: Int? = nil, document: String? = nil) {
    self.text = text
    self.span = span
    self.paragraph = paragraph
    self.page = page
    self.document = document
  }
}
