// SPDX-License-Identifier: Apache-2.0

/// Makes lists of the paragraphs that the one above them announces: 2023年重点做好以下工作： over 兜底保障再加密。……,
/// 养老服务再扩容。…… and so on.
///
/// The announcement is the last sentence of its paragraph, or a heading, whatever mark ends it. What follows
/// is a list where it has the number announced, or where each paragraph opens with a title or an imperative.
/// 会议部署了今年的重点工作。 may also tell what a meeting was for and nothing else, so that prose under it makes none.
struct AnnouncedParagraphs {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords
  let cues: ListCues

  private static let least = 3
  /// No list has more items, each with this many paragraphs at most: so far below an announcement is looked.
  private static let reach = 60

  private var titles: ItemTitles { ItemTitles(text: text, words: words) }

  /// The lists in order.
  func lists() -> [Enumeration] {
    var lists: [Enumeration] = []
    for number in paragraphs.indices {
      if let last = lists.last, paragraphs[number].lowerBound < last.end { continue }
      if let list = list(under: number) { lists.append(list) }
    }
    return lists
  }

  private func list(under number: Int) -> Enumeration? {
    let paragraph = text.trimmed(paragraphs[number])
    guard let last = paragraph.last else { return nil }
    let below = below(number)
    if Marks.endsClause(text.scalars[last]) || isHeading(paragraph),
      let announcement = announcement(before: paragraph.upperBound, in: paragraph),
      let list = list(announcement, below)
    {
      return list
    }
    return list(beginningIn: paragraph, below)
  }

  /// 2023年重点做好以下五项工作：兜底保障再加密。……: the first item stands behind the announcement, the others below it.
  private func list(beginningIn paragraph: Range<Int>, _ below: [Range<Int>]) -> Enumeration? {
    guard below.count + 1 >= Self.least else { return nil }
    for mark in paragraph.dropLast() where Marks.endsClause(text.scalars[mark]) {
      let rest = text.trimmed(mark + 1..<paragraph.upperBound)
      guard titles.title(of: rest) != nil, let announcement = announcement(before: mark + 1, in: paragraph),
        let number = announcement.number, number <= below.count + 1,
        let list = list(announcement, [rest] + below)
      else { continue }
      return list
    }
    return nil
  }

  private func announcement(before end: Int, in paragraph: Range<Int>) -> Announcement? {
    Announcement(before: end, in: paragraph, of: text, words: words, cues: cues)
  }

  private func list(_ announcement: Announcement, _ below: [Range<Int>]) -> Enumeration? {
    guard below.count >= Self.least,
      let items = announcement.number.flatMap({ counted($0, below, announcement) })
        ?? shaped(below, announcement)
    else { return nil }
    return announcement.list(of: items.map(text.trimmed))
  }

  private func isHeading(_ range: Range<Int>) -> Bool {
    range.count <= ItemTitles.longest && text.first(in: range, where: Marks.isFullStop) == range.upperBound
  }

  /// The paragraphs below an announcement, up to the one that turns to something else.
  private func below(_ number: Int) -> [Range<Int>] {
    paragraphs[(number + 1)...].prefix(Self.reach).prefix { !words.turns($0, of: text) }.map(text.trimmed)
  }

  // MARK: With a number

  /// As many items as announced: titles that stand over their texts, the paragraphs that are left, or those
  /// that open like items.
  private func counted(_ number: Int, _ below: [Range<Int>], _ announcement: Announcement) -> [Range<Int>]? {
    guard announcement.promises || announcement.tasks >= 2 else { return nil }
    if titles.isTitleLine(below[0]) {
      let items = grouped(below, by: standsAbove(below))
      if items.count == number { return items }
    }
    let opening = below.map(opensItem)
    if below.count == number, below.allSatisfy(isSentence) { return below }
    if below.count > number, !opening[number], opening.prefix(number).allSatisfy(\.self) {
      return Array(below.prefix(number))
    }
    guard opening[0], opening.count(where: \.self) == number else { return nil }
    return grouped(below, by: opensItem)
  }

  /// Tells the titles that stand over their texts: lines made like the first, with its mark or none, with a
  /// comma or none.
  private func standsAbove(_ below: [Range<Int>]) -> (Range<Int>) -> Bool {
    let isClosed = below[0].last.map { Marks.endsClause(text.scalars[$0]) } ?? false
    let hasComma = text.scalars[below[0]].contains(Marks.comma)
    return { [text, titles] line in
      titles.isTitleLine(line) && line.last.map { Marks.endsClause(text.scalars[$0]) } == isClosed
        && (hasComma || !text.scalars[line].contains(Marks.comma))
    }
  }

  /// 来源 and a name below the text are no sentences.
  private func isSentence(_ paragraph: Range<Int>) -> Bool {
    guard let first = paragraph.first, let last = paragraph.last else { return false }
    return (text.scalars[first].isHan || text.scalars[first] == Marks.openQuote)
      && (Marks.endsSentence(text.scalars[last]) || text.scalars[last] == Marks.closeQuote)
  }

  /// Items that begin where `opens` holds and take what stands below them.
  private func grouped(_ below: [Range<Int>], by opens: (Range<Int>) -> Bool) -> [Range<Int>] {
    var items: [Range<Int>] = []
    for paragraph in below {
      if opens(paragraph) || items.isEmpty {
        items.append(paragraph)
      } else {
        items[items.count - 1] = items[items.count - 1].lowerBound..<paragraph.upperBound
      }
    }
    return items
  }

  // MARK: Without a number

  /// The paragraphs that open like items, from the first on; titles that each stand over a text need no verb.
  private func shaped(_ below: [Range<Int>], _ announcement: Announcement) -> [Range<Int>]? {
    guard announcement.tasks >= 3 else { return nil }
    if titles.isTitleLine(below[0]), !isCommand(below[0]) || !isSentence(below[0]) {
      let stands = standsAbove(below)
      if below.count(where: stands) >= Self.least, !stands(below[1]) { return grouped(below, by: stands) }
    }
    let items = Array(below.prefix(while: opensItem))
    guard items.count >= Self.least else { return nil }
    if announcement.promises || items.allSatisfy(isCommand) { return items }
    return ItemTitles.areAlike(items.compactMap(titles.title)) ? items : nil
  }

  private func opensItem(_ paragraph: Range<Int>) -> Bool {
    isCommand(paragraph) || titles.title(of: paragraph) != nil
  }

  private func isCommand(_ paragraph: Range<Int>) -> Bool {
    words.commands(at: paragraph.lowerBound, in: text)
  }
}
