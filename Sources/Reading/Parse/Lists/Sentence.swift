// SPDX-License-Identifier: Apache-2.0

/// A stretch of a paragraph up to 。！？ or ；, its mark included.
struct Sentence {
  var range: Range<Int>
  /// The place of its paragraph in the article, from 0.
  var paragraph: Int
  var opensParagraph: Bool

  /// The sentences of an article, in order.
  static func all(of paragraphs: [Range<Int>], in text: CleanText) -> [Sentence] {
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      var start = paragraph.lowerBound
      while start < paragraph.upperBound {
        let end = self.end(from: start, in: paragraph, of: text)
        sentences.append(
          Sentence(range: start..<end, paragraph: number, opensParagraph: start == paragraph.lowerBound))
        start = end
      }
    }
    return sentences
  }

  /// Where the sentence ends that begins at `start`; a closing quote or bracket after the mark belongs to
  /// it.
  static func end(from start: Int, in paragraph: Range<Int>, of text: CleanText) -> Int {
    var end = text.first(in: start..<paragraph.upperBound, where: Marks.endsSentence)
    if end < paragraph.upperBound { end += 1 }
    while end < paragraph.upperBound,
      text.scalars[end] == Marks.closeQuote || text.scalars[end] == Marks.closeBracket
        || Marks.isFullStop(text.scalars[end])
    { end += 1 }
    return end
  }
}
