// SPDX-License-Identifier: Apache-2.0

/// Makes lists of titles that stand in one paragraph, each with its text behind it:
/// 2023年做好以下工作：兜底保障再加密。全面推行……。 养老服务再扩容。出台…….
///
/// A title is a brief sentence without a comma; the sentences behind it are longer and belong to it. There
/// must be as many as announced, or three that are made alike.
struct TitledSentences {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords
  let cues: ListCues

  private static let least = 3
  private static let longest = 18
  /// No list has more items.
  private static let most = 60

  /// The lists in order, at most one a paragraph.
  func lists() -> [Enumeration] {
    paragraphs.compactMap { paragraph in
      for mark in paragraph where text.scalars[mark] == Marks.colon || Marks.isFullStop(text.scalars[mark]) {
        guard mark + 1 < paragraph.upperBound, opensWithTitle(mark + 1, paragraph),
          let announcement = Announcement(
            before: mark + 1, in: paragraph, of: text, words: words, cues: cues),
          announcement.promises || announcement.number != nil,
          let list = list(behind: announcement, in: paragraph)
        else { continue }
        return list
      }
      return nil
    }
  }

  private func list(behind announcement: Announcement, in paragraph: Range<Int>) -> Enumeration? {
    var items: [Range<Int>] = []
    var titles: [Range<Int>] = []
    var isBehindTitle = false
    var start = announcement.sentence.upperBound
    while start < paragraph.upperBound {
      let sentence = sentence(at: start, paragraph)
      if words.turns(sentence, of: text) { break }
      if isTitle(sentence) {
        if isBehindTitle || items.count == Self.most { return nil }
        items.append(sentence)
        titles.append(sentence)
      } else {
        items[items.count - 1] = items[items.count - 1].lowerBound..<sentence.upperBound
      }
      isBehindTitle = titles.last == sentence
      start = sentence.upperBound
    }
    let isList = announcement.number.map { $0 == items.count } ?? ItemTitles.areAlike(titles)
    guard items.count >= Self.least, isList, !isBehindTitle else { return nil }
    return announcement.list(of: items.map(text.trimmed))
  }

  private func opensWithTitle(_ start: Int, _ paragraph: Range<Int>) -> Bool {
    isTitle(sentence(at: start, start..<min(paragraph.upperBound, start + Self.longest + 1)))
  }

  private func sentence(at start: Int, _ paragraph: Range<Int>) -> Range<Int> {
    let stop = text.first(in: start..<paragraph.upperBound, where: Marks.isFullStop)
    return start..<min(stop + 1, paragraph.upperBound)
  }

  private func isTitle(_ sentence: Range<Int>) -> Bool {
    guard (4...Self.longest).contains(sentence.count), text.scalars[sentence.lowerBound].isHan,
      !text.scalars[sentence].contains(where: \.isDigit)
    else { return false }
    return text.first(in: sentence.dropLast(), where: Marks.endsClause) == sentence.upperBound - 1
      && !words.stands([.speech, .turn], in: text, sentence)
  }
}
