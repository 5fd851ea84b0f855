// SPDX-License-Identifier: Apache-2.0

/// Finds where the last item of a numbered list ends, for which no next marker tells it.
struct ItemEnds {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords
  /// Paragraphs that begin with a marker.
  private let marked: Set<Int>

  private static let must: [UInt32] = ["要"].map(\Unicode.Scalar.value)

  init(text: CleanText, paragraphs: [Range<Int>], words: ListWords, markers: [Marker]) {
    self.text = text
    self.paragraphs = paragraphs
    self.words = words
    marked = Set(markers.lazy.filter(\.opensParagraph).map(\.paragraph))
  }

  /// The end of the last item: its sentence where the items are parted by ；, else its paragraph or the
  /// sentence that turns to something else; a heading takes what stands under it.
  func end(ofLastIn run: [Marker]) -> Int {
    let last = run[run.count - 1]
    let paragraph = paragraphs[last.paragraph]
    if let end = endUnderHeading(run) ?? endBelowTitle(run) { return end }
    let before = run[run.count - 2].content..<last.label.lowerBound
    let first = end(ofSentenceAt: last.content, in: paragraph)
    if text.scalars[before].last.map({ !Marks.isFullStop($0) && !Marks.isSpace($0) }) == true,
      text.first(in: before, where: Marks.isFullStop) == before.upperBound
    {
      return first
    }
    return end(after: first, in: paragraph, mustTurns: !hasMustSentence(run))
  }

  /// The end of the first sentence by a full stop, over its semicolons.
  private func end(ofSentenceAt start: Int, in paragraph: Range<Int>) -> Int {
    var end = Sentence.end(from: start, in: paragraph, of: text)
    while end < paragraph.upperBound, text.scalars[end - 1] == Marks.semicolon {
      end = Sentence.end(from: end, in: paragraph, of: text)
    }
    return end
  }

  private func end(after first: Int, in paragraph: Range<Int>, mustTurns: Bool) -> Int {
    var end = first
    while end < paragraph.upperBound {
      let next = Sentence.end(from: end, in: paragraph, of: text)
      if words.turns(end..<next, of: text) || (mustTurns && text.has(Self.must, at: end)) { break }
      end = next
    }
    return end
  }

  /// True where an earlier item holds a sentence with 要 of its own, so that one in the last item is its
  /// own, too.
  private func hasMustSentence(_ run: [Marker]) -> Bool {
    let range = run[0].content..<run[run.count - 1].label.lowerBound
    return range.dropFirst().contains { place in
      text.has(Self.must, at: place) && Marks.isFullStop(text.scalars[place - 1])
    }
  }

  /// The end of an item that is a title alone, after items with bodies of their own: what it says stands below it.
  private func endBelowTitle(_ run: [Marker]) -> Int? {
    let (before, last) = (run[run.count - 2], run[run.count - 1])
    let (line, next) = (paragraphs[last.paragraph], last.paragraph + 1)
    let isTitle = line.count <= 30 && end(ofSentenceAt: last.content, in: line) == line.upperBound
    let hadBody =
      end(ofSentenceAt: before.content, in: paragraphs[before.paragraph])
      < paragraphs[before.paragraph].upperBound
    guard last.opensParagraph, before.opensParagraph, isTitle, hadBody, next < paragraphs.count,
      !marked.contains(next), !words.turns(paragraphs[next], of: text), paragraphs[next].count > 30
    else { return nil }
    return paragraphs[next].upperBound
  }

  /// The end of an item whose marker stands in a heading: as many paragraphs as the item before has, or
  /// all that are marked themselves.
  private func endUnderHeading(_ run: [Marker]) -> Int? {
    let (before, last) = (run[run.count - 2], run[run.count - 1])
    let usual = last.paragraph - before.paragraph
    guard last.opensParagraph, before.opensParagraph, usual > 1 else { return nil }
    var end = last.paragraph
    while end + 1 < paragraphs.count, !words.turns(paragraphs[end + 1], of: text),
      marked.contains(end + 1) || end + 1 - last.paragraph < min(usual, 3)
    { end += 1 }
    return paragraphs[end].upperBound
  }
}
