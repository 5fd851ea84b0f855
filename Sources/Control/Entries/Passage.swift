// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes

/// Words where they stand: the paragraph, and which part of it is meant.
struct Passage {
  let text: [Character]
  let range: Range<Int>
  let paragraph: Int
  let page: Int?
  /// Where the words stand in the source; the whole paragraph where cleaning changed its length.
  let span: Span

  init(_ range: Range<Int>, of text: [Character], in excerpt: Excerpt, span: Span? = nil) {
    (self.text, self.range, paragraph, page) = (text, range, excerpt.paragraph, excerpt.page)
    func scalars(_ part: ArraySlice<Character>) -> Int { part.reduce(0) { $0 + $1.unicodeScalars.count } }
    let start = excerpt.span.start + scalars(text[..<range.lowerBound])
    let isWhole = excerpt.span.end - excerpt.span.start == scalars(text[...])
    let exact = isWhole ? Span(start: start, end: start + scalars(text[range])) : excerpt.span
    self.span = span ?? exact
  }

  /// The words as an excerpt of the document.
  var found: Excerpt { Excerpt(text: String(text[range]), span: span, paragraph: paragraph, page: page) }

  /// Every place of the words in a paragraph, in order; of two that overlap the first.
  static func all(of words: [String], in paragraph: Excerpt) -> [Passage] {
    let text = Array(paragraph.text)
    let lower = paragraph.text.lowercased().map { $0 }
    // Lower case of a few letters has more characters; then only exact words are found.
    let searched = lower.count == text.count ? lower : text
    let words = words.map { Array($0.lowercased()) }.filter { !$0.isEmpty }
    var found: [Passage] = []
    var place = 0
    while place < searched.count {
      let longest = words.filter { searched[place...].starts(with: $0) }.map(\.count).max()
      if let longest { found.append(Passage(place..<place + longest, of: text, in: paragraph)) }
      place += longest ?? 1
    }
    return found
  }

  /// The words with `count` characters on each side, … where something is cut.
  func excerpt(around count: Int) -> String {
    let (before, words, after) = parts(around: count)
    return before + words + after
  }

  /// The words between marks, with as much around them as fits into `width` columns.
  func marked(width: Int) -> String {
    let room = width - DisplayWidth.of(String(text[range])) - 6
    let (before, words, after) = parts(around: max(room / 4, 3))
    let (start, end) = Terminal.marks
    return Sanitised.text(before) + start + Sanitised.text(words) + end + Sanitised.text(after)
  }

  private func parts(around count: Int) -> (String, String, String) {
    let start = max(0, range.lowerBound - count)
    let end = min(text.count, range.upperBound + count)
    return (
      (start > 0 ? "…" : "") + String(text[start..<range.lowerBound]), String(text[range]),
      String(text[range.upperBound..<end]) + (end < text.count ? "…" : "")
    )
  }
}
