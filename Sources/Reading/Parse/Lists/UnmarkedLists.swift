// SPDX-License-Identifier: Apache-2.0

/// Makes a list of sentences without any mark, where a clause announces the tasks of a period and each
/// sentence is an imperative of its own.
///
/// Example: 做好今年的宣传工作，要准确把握新形势，紧紧围绕……，宣传……。抓好……。用好……。 gives three items; the attitude
/// between 要 and the first line of work, which the other sentences lack, belongs to the lead.
struct UnmarkedLists {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords
  let cues: ListCues

  private static let must = Unicode.Scalar("要").value

  /// The lists in order; at most one a paragraph, of three items or more.
  func lists() -> [Enumeration] {
    paragraphs.indices.compactMap(list)
  }

  private func list(in number: Int) -> Enumeration? {
    let paragraph = paragraphs[number]
    var start = paragraph.lowerBound
    while start < paragraph.upperBound {
      let end = Sentence.end(from: start, in: paragraph, of: text)
      if let first = announced(in: start..<end, of: paragraph) {
        let items = (first < end ? [first..<end] : []) + imperatives(after: end, in: paragraph)
        guard items.count >= 3 else { return nil }
        return Enumeration(
          form: .unmarked, items: items.map { .init(label: nil, text: text.trimmed($0)) },
          lead: start..<first,
          floor: start..<first)
      }
      start = end
    }
    return nil
  }

  /// Where the first line of work begins in a sentence that announces tasks: after 要 and after the
  /// attitudes, which may fill the sentence.
  private func announced(in sentence: Range<Int>, of paragraph: Range<Int>) -> Int? {
    if let start = promised(in: sentence, of: paragraph) { return start }
    guard
      let must = sentence.dropFirst().first(where: { place in
        text.scalars[place] == Self.must && words.longest(.barred, in: text, at: place) == nil
          && (text.scalars[place - 1] == Marks.comma || closesWithTasks(place, sentence))
      })
    else { return nil }
    if text.scalars[must - 1] != Marks.comma { return sentence.upperBound }
    guard (cues.weigh(sentence.lowerBound..<must, of: text)[.tasks] ?? 0) >= 2 else { return nil }
    var start = must + 1
    while start < sentence.upperBound, words.longest([.stance, .attitude], in: text, at: start) != nil {
      start = min(
        sentence.upperBound, text.first(in: start..<sentence.upperBound, where: Marks.endsClause) + 1)
    }
    return start
  }

  /// 2023年重点做好以下工作：健全……；完善…… and 2023年着力抓好以下工作。健全……。: the words before the mark only announce.
  private func promised(in sentence: Range<Int>, of paragraph: Range<Int>) -> Int? {
    let colon = text.first(in: sentence) { $0 == Marks.colon }
    let mark = min(colon, sentence.upperBound - 1)
    guard colon < sentence.upperBound || Marks.isFullStop(text.scalars[mark]),
      mark + 1 < paragraph.upperBound, words.commands(at: mark + 1, in: text),
      let announcement = Announcement(before: mark + 1, in: paragraph, of: text, words: words, cues: cues),
      announcement.promises, announcement.tasks >= 3
    else { return nil }
    return mark + 1
  }

  /// 2024年要聚焦“四个年”抓好重点工作。 holds no work of its own: its one clause after the year only announces.
  private func closesWithTasks(_ must: Int, _ sentence: Range<Int>) -> Bool {
    guard Marks.isFullStop(text.scalars[sentence.upperBound - 1]), text.scalars[must - 1] == "年" else {
      return false
    }
    let clause = must..<sentence.upperBound - 1
    return text.first(in: clause, where: Marks.endsClause) == clause.upperBound
      && (cues.weigh(clause, of: text)[.tasks] ?? 0) >= 3
  }

  private func imperatives(after place: Int, in paragraph: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = place
    while start < paragraph.upperBound {
      let end = Sentence.end(from: start, in: paragraph, of: text)
      guard !words.turns(start..<end, of: text), words.commands(at: start, in: text) else { break }
      items.append(start..<end)
      start = end
    }
    return items
  }
}
