// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Sentences of a paragraph, each with its own place in the source.
package enum Sentence {
  /// The sentences in order; each ends with its mark.
  ///
  /// Where cleaning removed scalars inside the paragraph, a sentence's place cannot be counted off and the
  /// whole paragraph's stands for it.
  package static func all(in paragraph: Excerpt) -> [Excerpt] { pieces(of: paragraph, after: "。！？；") }

  /// The clause of an excerpt that holds a word, or the excerpt itself; a clause ends with its mark.
  static func clause(holding word: String, in excerpt: Excerpt) -> Excerpt {
    pieces(of: excerpt, after: "。！？；，：").first { $0.text.holds(word) } ?? excerpt
  }

  private static func pieces(of paragraph: Excerpt, after marks: String) -> [Excerpt] {
    let scalars = paragraph.text.unicodeScalars
    let exact = paragraph.span.end - paragraph.span.start == scalars.count
    var sentences: [Excerpt] = []
    var start = scalars.startIndex
    var offset = 0
    while start < scalars.endIndex {
      let end =
        scalars[start...].firstIndex(where: { marks.unicodeScalars.contains($0) })
        .map(scalars.index(after:)) ?? scalars.endIndex
      let text = String(scalars[start..<end])
      let length = scalars.distance(from: start, to: end)
      let begin = paragraph.span.start + offset
      let span = exact ? Span(start: begin, end: begin + length) : paragraph.span
      sentences.append(
        Excerpt(text: text, span: span, paragraph: paragraph.paragraph, page: paragraph.page))
      (start, offset) = (end, offset + length)
    }
    return sentences
  }
}
