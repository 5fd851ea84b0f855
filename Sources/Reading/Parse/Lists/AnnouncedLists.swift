// SPDX-License-Identifier: Apache-2.0

/// Makes lists whose number is announced: 抓好五个方面：抓粮食安全……。抓乡村产业……. or 做到“四个突出”：突出……；突出…….
///
/// The number is what makes it a list: exactly so many members must follow. They are parted by ；, by
/// sentences, or
/// by any mark where all open with one word; members that share no opening need more: words that announce
/// tasks, or
/// titles of one length (优环境促发展……。强监管提质量……。守底线保安全……。). Prose repeats its verbs and its semicolons too.
struct AnnouncedLists {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords
  let cues: ListCues

  /// The lists in order, at most one a paragraph.
  func lists() -> [Enumeration] {
    paragraphs.enumerated().compactMap { place, paragraph in
      for mark in paragraph where text.scalars[mark] == Marks.colon || Marks.isFullStop(text.scalars[mark]) {
        guard let number = Announcement.number(before: mark, in: paragraph, of: text, words: words) else {
          continue
        }
        if let list = list(number, after: mark, in: paragraph) ?? list(number, under: place, mark) {
          return list
        }
      }
      return nil
    }
  }

  private func list(_ number: Int, after mark: Int, in paragraph: Range<Int>) -> Enumeration? {
    let lead = paragraph.lowerBound..<mark + 1
    let announcesTasks = (cues.weigh(lead, of: text)[.tasks] ?? 0) >= 2
    if let clauses = members(from: mark + 1, in: paragraph, closedBy: Marks.semicolon, number) {
      // 紧扣“五抓”：社会救助抓扩围，……；养老服务抓提升，…….
      let isTitled = text.scalars[mark] == Marks.colon && areParallel(clauses)
      if let list = made(clauses, lead, alike: !(announcesTasks || isTitled)) { return list }
    }
    if let list = repeated(number, after: mark, in: paragraph, lead) { return list }
    guard let sentences = members(from: mark + 1, in: paragraph, closedBy: Marks.stop, number) else {
      return nil
    }
    return made(sentences, lead, alike: !(announcesTasks && areParallel(sentences)))
  }

  /// As many paragraphs as the one above them announces, all with one opening that the next has not; others
  /// are left to `AnnouncedParagraphs`.
  private func list(_ number: Int, under place: Int, _ mark: Int) -> Enumeration? {
    guard mark + 1 == paragraphs[place].upperBound, text.scalars[mark] == Marks.colon,
      place + number < paragraphs.count
    else { return nil }
    let below = Array(paragraphs[(place + 1)...(place + number)])
    let goesOn = place + number + 1 < paragraphs.count && shared(below + [paragraphs[place + number + 1]]) > 0
    return goesOn ? nil : made(below, paragraphs[place].lowerBound..<mark + 1, alike: true)
  }

  /// As many members as announced; a sentence behind the last of them, which opens otherwise, is none.
  private func members(
    from start: Int, in paragraph: Range<Int>, closedBy closing: UInt32, _ number: Int
  ) -> [Range<Int>]? {
    var items: [Range<Int>] = []
    var start = start
    while start < paragraph.upperBound, items.count <= number {
      let end =
        closing == Marks.semicolon
        ? Sentence.end(from: start, in: paragraph, of: text) : stop(start, paragraph)
      if words.turns(start..<end, of: text) { break }
      items.append(start..<end)
      start = end
      if closing == Marks.semicolon, text.scalars[end - 1] != Marks.semicolon { break }
    }
    if items.count == number + 1, closing != Marks.semicolon { items.removeLast() }
    return items.count == number ? items : nil
  }

  /// The end of a sentence over its semicolons.
  private func stop(_ start: Int, _ paragraph: Range<Int>) -> Int {
    var end = Sentence.end(from: start, in: paragraph, of: text)
    while end < paragraph.upperBound, text.scalars[end - 1] == Marks.semicolon {
      end = Sentence.end(from: end, in: paragraph, of: text)
    }
    return end
  }

  /// The clauses of one sentence that open with the word of the first, whatever marks part them: 聚力政治建设、聚力
  /// 兜底保障、…….
  private func repeated(_ number: Int, after mark: Int, in paragraph: Range<Int>, _ lead: Range<Int>)
    -> Enumeration?
  {
    repeated(number, in: mark + 1..<stop(mark + 1, paragraph), lead, after: Marks.partsMembers)
      ?? repeated(number, in: mark + 1..<paragraph.upperBound, lead, after: Marks.endsSentence)
  }

  private func repeated(
    _ number: Int, in sentence: Range<Int>, _ lead: Range<Int>, after parts: (UInt32) -> Bool
  ) -> Enumeration? {
    guard let first = words.longest(.opener, in: text, at: sentence.lowerBound) else { return nil }
    let word = Array(text.scalars[first])
    let starts = sentence.filter { place in
      text.has(word, at: place) && (place == sentence.lowerBound || parts(text.scalars[place - 1]))
    }
    guard starts.count == number else { return nil }
    let ends = starts.dropFirst() + [sentence.upperBound]
    return made(zip(starts, ends).map { $0..<$1 }, lead, alike: true)
  }

  private func made(_ items: [Range<Int>], _ lead: Range<Int>, alike: Bool) -> Enumeration? {
    let shared = shared(items)
    let width = labelWidth(items, shared)
    guard shared > 0 || !alike, items.allSatisfy({ text.scalars[$0.lowerBound].isHan }) else { return nil }
    return Enumeration(
      form: width > 0 ? .opening : .unmarked,
      items: items.map { item in
        let label = item.lowerBound..<item.lowerBound + width
        return .init(label: width > 0 ? label : nil, text: text.member(label.upperBound..<item.upperBound))
      }, lead: lead, floor: lead)
  }

  /// How many characters all members open with.
  private func shared(_ items: [Range<Int>]) -> Int {
    guard let head = items.first.map({ text.scalars[$0.prefix(8)] }) else { return 0 }
    return items.reduce(head.count) { width, item in
      min(width, zip(head, text.scalars[item]).prefix { $0 == $1 }.count)
    }
  }

  /// How wide the word is that marks all members: one that leads to a verb or a noun (进一步, 聚焦), or one
  /// character (抓); a verb with its object (提升), and what is no known word (更高), belong to the heads.
  private func labelWidth(_ items: [Range<Int>], _ shared: Int) -> Int {
    guard let first = items.first, shared > 0 else { return 0 }
    if let mark = words.longest(.compound, in: text, at: first.lowerBound), mark.count <= shared {
      return mark.count
    }
    return shared == 1 && words.longest(.opener, in: text, at: first.lowerBound).map { $0.count == 1 } ?? true
      ? 1 : 0
  }

  /// Titles made alike: first clauses of one length, give or take a character.
  private func areParallel(_ items: [Range<Int>]) -> Bool {
    let titles = items.map { item in item.lowerBound..<text.first(in: item, where: Marks.endsClause) }
    // 养老机构35家；儿童福利机构2家 are figures.
    if titles.contains(where: { text.scalars[$0].contains(where: \.isDigit) }) { return false }
    let widths = titles.map(\.count)
    guard let least = widths.min(), let most = widths.max() else { return false }
    return least >= 4 && most <= 20 && most - least <= 1
  }
}
