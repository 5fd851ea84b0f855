// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What the words before a list say of it: that there is one, how many members it has, that they are tasks.
///
/// Example: 会议明确，2023年重点做好以下十项工作： promises ten tasks; 会议部署了今年的重点工作。 names tasks and promises none.
struct Announcement {
  /// The sentence, its mark included.
  var sentence: Range<Int>
  /// 十项工作, “六个全力”: how many members follow.
  var number: Int?
  /// 以下 or 如下 says that the list follows, and so does a colon.
  var promises: Bool
  /// How much of it speaks of tasks.
  var tasks: Double

  /// A number and its noun stand within this many scalars before the mark, as does 以下.
  private static let reach = 24
  /// No more of a sentence is looked at.
  private static let longest = 400

  /// The announcement that ends with `mark` (the mark of a sentence or the end of a heading), or nil where
  /// nothing in its sentence speaks of a list or of tasks.
  init?(before end: Int, in paragraph: Range<Int>, of text: CleanText, words: ListWords, cues: ListCues) {
    let isMarked = end > paragraph.lowerBound && Marks.endsClause(text.scalars[end - 1])
    let mark = isMarked ? end - 1 : end
    let low = max(paragraph.lowerBound, mark - Self.longest)
    let stop = text.scalars[low..<mark].lastIndex(where: Marks.isFullStop)
    sentence = (stop.map { $0 + 1 } ?? low)..<end
    let weights = cues.weigh(sentence, of: text)
    tasks = weights[.tasks] ?? 0
    number = Self.number(before: mark, in: paragraph, of: text, words: words)
    let near = max(sentence.lowerBound, mark - Self.reach)..<mark
    promises = isMarked && text.scalars[mark] == Marks.colon || words.stands(.promise, in: text, near)
    // 各项工作取得新的成绩。 and 完成了以下三项工作： tell of work that is done.
    if weights[.other(.achievements)] ?? 0 >= max(tasks, 1) { return nil }
    if number == nil, cues.tasks(in: sentence, of: text) < 3 { return nil }
  }

  /// The list of these items, which nothing but the announcement marks.
  func list(of items: [Range<Int>]) -> Enumeration {
    Enumeration(
      form: .unmarked, items: items.map { .init(label: nil, text: $0) }, lead: sentence, floor: sentence)
  }

  /// The number that a clause announces before its mark: 突出抓好五个方面, 重点做好以下6项工作, “四个突出”.
  static func number(
    before mark: Int, in paragraph: Range<Int>, of text: CleanText, words: ListWords
  ) -> Int? {
    for place in max(paragraph.lowerBound, mark - reach)..<mark {
      let found =
        ListNumeral.chinese(in: text.scalars, at: place) ?? ListNumeral.arabic(in: text.scalars, at: place)
      guard let (number, end) = found, (3...15).contains(number), end < mark else { continue }
      // “三抓三提升” counts by itself.
      let isQuoted = place > paragraph.lowerBound && text.scalars[place - 1] == Marks.openQuote
      if isQuoted || words.longest(.measure, in: text, at: end) != nil { return number }
    }
    return nil
  }
}
