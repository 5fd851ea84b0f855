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
    paragraphs.indices.compactMap { list(in: $0) ?? list(under: $0) }
  }

  /// The paragraphs under one that announces tasks and ends with a colon or points down, or that is a heading.
  private func list(under number: Int) -> Enumeration? {
    let paragraph = text.trimmed(paragraphs[number])
    guard let mark = text.scalars[paragraph].last, mark == Marks.colon || isHeading(paragraph) || pointsDown(paragraph),
      cues.tasks(in: paragraph, of: text) >= 3
    else { return nil }
    var items: [Range<Int>] = []
    var isTitled = false
    for next in paragraphs[(number + 1)...] {
      if words.turns(next, of: text) { break }
      if isTitled, !isHeading(next), let title = items.popLast() {
        items.append(title.lowerBound..<next.upperBound)
        continue
      }
      // Titles that each stand over a text need no verb: 垃圾分类, 用心用情促和谐.
      guard
        isImperative(next.lowerBound) || isHeading(next) && (items.isEmpty || isTitled)
          || opensWithTitle(next) && items.allSatisfy(opensWithTitle)
      else { break }
      if items.isEmpty { isTitled = isHeading(next) }
      items.append(next)
    }
    guard items.count >= 3 else { return nil }
    return Enumeration(
      form: .unmarked, items: items.map { .init(label: nil, text: text.trimmed($0)) }, lead: paragraph,
      floor: paragraph)
  }

  /// 会议确定，2024年着力抓好以下工作。 is one sentence that only points at what stands below it.
  private func pointsDown(_ paragraph: Range<Int>) -> Bool {
    paragraph.count <= 40 && Sentence.end(from: paragraph.lowerBound, in: paragraph, of: text) == paragraph.upperBound
      && Self.below.contains { text.find($0, in: paragraph) != nil }
  }

  private static let below = ["以下", "如下", "下列"].map { $0.unicodeScalars.map(\.value) }

  /// 兜底保障再加密。全面推行…… says in a sentence of its own what the paragraph is about.
  private func opensWithTitle(_ paragraph: Range<Int>) -> Bool {
    let title = text.first(in: paragraph, where: Marks.endsClause)
    return (4...16).contains(title - paragraph.lowerBound) && title + 1 < text.trimmed(paragraph).upperBound
      && text.scalars[title] == Marks.stop && text.scalars[title - 1] != "了"
  }

  private func isHeading(_ range: Range<Int>) -> Bool {
    range.count <= 30 && text.first(in: range, where: Marks.isFullStop) == range.upperBound
  }

  private func list(in number: Int) -> Enumeration? {
    let paragraph = paragraphs[number]
    var start = paragraph.lowerBound
    while start < paragraph.upperBound {
      let end = Sentence.end(from: start, in: paragraph, of: text)
      if let first = announced(in: start..<end) {
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
  private func announced(in sentence: Range<Int>) -> Int? {
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
      guard !words.turns(start..<end, of: text), isImperative(start) else { break }
      items.append(start..<end)
      start = end
    }
    return items
  }

  private func isImperative(_ place: Int) -> Bool {
    words.longest(.imperative, in: text, at: place) != nil
      || words.longest(.adverbial, in: text, at: place) != nil
      || words.longest(.result, in: text, at: place + 1) != nil
        && words.longest(.barred, in: text, at: place) == nil
  }
}
