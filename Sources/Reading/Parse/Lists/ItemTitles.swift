// SPDX-License-Identifier: Apache-2.0

/// Tells the title that an unmarked item opens with: 兜底保障再加密。全面推行……, 普惠养老：建设……, 护苗行动——配齐…….
///
/// A title is brief, names no number and nobody who speaks or attends, does not tell with 了 what has become,
/// and more is said behind it.
struct ItemTitles {
  let text: CleanText
  let words: ListWords

  /// A title has no more scalars than this.
  static let longest = 30

  /// The title at the start of `item`, without its mark, or nil.
  func title(of item: Range<Int>) -> Range<Int>? {
    let end = ItemTitles.end(in: item, of: text)
    let title = item.lowerBound..<end
    guard end + 1 < item.upperBound, let first = item.first,
      text.scalars[first].isHan || text.scalars[first] == Marks.openQuote,
      title.count >= (text.scalars[end] == Marks.colon ? 2 : 3), title.count <= Self.longest,
      text.scalars[end - 1] != "了",
      !text.scalars[title].contains(where: \.isDigit), !words.stands([.speech, .turn], in: text, title)
    else { return nil }
    return title
  }

  /// A line that holds a title and nothing else, 兜底保障再加密 or 兜底保障再加密。.
  func isTitleLine(_ line: Range<Int>) -> Bool {
    let line = text.trimmed(line)
    guard line.count <= Self.longest, let last = line.last else { return false }
    let body = Marks.endsClause(text.scalars[last]) ? line.dropLast() : line
    return body.count >= 3 && text.first(in: body, where: Marks.endsSentence) == body.upperBound
      && !text.scalars[body].contains(where: \.isDigit) && !words.stands([.speech, .turn], in: text, body)
  }

  /// Titles made alike: of one length, give or take two characters.
  static func areAlike(_ titles: [Range<Int>]) -> Bool {
    guard let least = titles.map(\.count).min(), let most = titles.map(\.count).max() else { return false }
    return most <= 20 && most - least <= 2
  }

  /// Where a title would end: at a full stop, a colon, a doubled dash, a line end, or a space between two
  /// words.
  static func end(in item: Range<Int>, of text: CleanText) -> Int {
    item.prefix(longest + 2).first { place in
      let scalar = text.scalars[place]
      if Marks.endsSentence(scalar) || scalar == Marks.colon || scalar == Marks.newline { return true }
      return isSetOff(place, in: item, of: text)
    } ?? item.upperBound
  }

  /// —— or a space between words sets a title off as a mark does.
  static func isSetOff(_ place: Int, in item: Range<Int>, of text: CleanText) -> Bool {
    guard place > item.lowerBound + 2, place + 1 < item.upperBound else { return false }
    let (before, scalar, after) = (text.scalars[place - 1], text.scalars[place], text.scalars[place + 1])
    if scalar == Marks.dash { return after == Marks.dash }
    return Marks.isSpace(scalar) && (before.isHan || before == Marks.closeQuote)
      && (after.isHan || after == Marks.openQuote || Marks.isSpace(after))
  }
}
