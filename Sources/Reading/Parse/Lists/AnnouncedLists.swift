// SPDX-License-Identifier: Apache-2.0

/// Makes lists whose number is announced and whose items open with one word: 抓好五个方面：抓粮食安全……。抓乡村产业…….
///
/// The number is what makes it a list: exactly as many sentences, or clauses parted by ；, must follow the colon,
/// and all must begin with the same character. Two of these without the third tell nothing: prose repeats its verbs.
struct AnnouncedLists {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords

  /// A number and its noun stand within this many scalars before the colon.
  private static let reach = 24

  /// The lists in order, at most one a paragraph.
  func lists() -> [Enumeration] {
    paragraphs.compactMap { paragraph in
      for place in paragraph where text.scalars[place] == Marks.colon {
        if let number = number(before: place, in: paragraph), let list = list(number, after: place, in: paragraph) {
          return list
        }
      }
      return nil
    }
  }

  /// The number that a clause announces before its colon: 突出抓好五个方面, 重点做好以下6项工作.
  private func number(before colon: Int, in paragraph: Range<Int>) -> Int? {
    for place in max(paragraph.lowerBound, colon - Self.reach)..<colon {
      let found = ListNumeral.chinese(in: text.scalars, at: place) ?? ListNumeral.arabic(in: text.scalars, at: place)
      guard let (number, end) = found, (3...15).contains(number), end < colon else { continue }
      if Self.measures.contains(text.scalars[end]) { return number }
    }
    return nil
  }

  /// 个 项 件 大 条 方(面) 点 类 场 仗 招.
  private static let measures = Set("个项件大条方点类场招".unicodeScalars.map(\.value))

  private func list(_ number: Int, after colon: Int, in paragraph: Range<Int>) -> Enumeration? {
    let first = Sentence.end(from: colon + 1, in: paragraph, of: text)
    let closing = text.scalars[first - 1]
    var items: [Range<Int>] = []
    var start = colon + 1
    while start < paragraph.upperBound, items.count <= number {
      let end = closing == Marks.semicolon ? Sentence.end(from: start, in: paragraph, of: text) : stop(start, paragraph)
      if words.turns(start..<end, of: text) { break }
      items.append(start..<end)
      start = end
      if closing == Marks.semicolon, text.scalars[end - 1] != Marks.semicolon { break }
    }
    // A sentence behind the last item, which opens otherwise, is none.
    if items.count == number + 1 { items.removeLast() }
    guard items.count == number, let opener = items.first?.first.map({ text.scalars[$0] }),
      items.allSatisfy({ text.scalars[$0.lowerBound] == opener }), opener.isHan
    else { return nil }
    return Enumeration(
      form: .opening,
      items: items.map { .init(label: $0.lowerBound..<$0.lowerBound + 1, text: text.trimmed($0.dropFirst())) },
      lead: paragraph.lowerBound..<colon + 1, floor: paragraph.lowerBound..<colon + 1)
  }

  /// The end of a sentence over its semicolons.
  private func stop(_ start: Int, _ paragraph: Range<Int>) -> Int {
    var end = Sentence.end(from: start, in: paragraph, of: text)
    while end < paragraph.upperBound, text.scalars[end - 1] == Marks.semicolon {
      end = Sentence.end(from: end, in: paragraph, of: text)
    }
    return end
  }
}
