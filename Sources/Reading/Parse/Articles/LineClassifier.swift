// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Tells the lines of a page apart: chrome, datelines, headings, text.
///
/// Words of the page come from the table `chrome`; the rest is shape: a heading is short and has no full
/// stop, 第07版：新闻 and 00:11 hold no sentence, a dateline has a full date or a 来源： and no sentence.
struct LineClassifier {
  /// Headings are at most so long: three stacked lines of a newspaper.
  static let longestHeading = 64

  let vocabulary: Vocabulary
  let scalars: [UInt32]

  /// The lines of a page. ——2023年全市民政工作会议召开 under a headline is its subtitle, not the first of several items.
  func lines(_ ranges: [Range<Int>]) -> [PageLine] {
    var lines = ranges.map(line)
    for number in lines.indices.dropFirst()
    where opensWithDash(lines[number]) && lines[number - 1].kind == .heading {
      let isAlone = number + 1 == lines.count || !opensWithDash(lines[number + 1])
      if isAlone, lines[number].range.count <= Self.longestHeading, !endsSentence(lines[number].range) {
        lines[number].kind = .heading
      }
    }
    return lines
  }

  private func opensWithDash(_ line: PageLine) -> Bool {
    line.kind == .text && scalars[line.range.lowerBound] == 0x2014
  }

  private func line(_ range: Range<Int>) -> PageLine {
    var line = PageLine(range: range, kind: kind(of: range))
    if line.kind != .dateline, range.count > 6 {
      let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 300)
      line.meeting = MeetingNameFinder(vocabulary: vocabulary).reported(in: scalars, head)
    }
    return line
  }

  private func kind(of range: Range<Int>) -> PageLine.Kind {
    let isShort = range.count <= Self.longestHeading
    let hasStop = scalars[range].contains(0x3002) || scalars[range].contains(0xFF1B)
    if isShort && !hasStop && hasFullDate(range) { return .dateline }
    if let kind = chrome(range, hasStop: hasStop) { return kind }
    if isShort && !hasStop {
      if !scalars[range].contains(where: \.isHan) || isPageNumber(range) { return .chrome }
      if isDateline(range) { return .dateline }
      return opensItem(range) || endsSentence(range) ? .text : .heading
    }
    return .text
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    let last = scalars[range.upperBound - 1]
    return last == 0x3002 || last == 0xFF01 || last == 0xFF0C || last == 0xFF1A
  }

  /// By the words of the page, where they stand.
  private func chrome(_ range: Range<Int>, hasStop: Bool) -> PageLine.Kind? {
    let body = bodyStart(range)..<range.upperBound
    guard !body.isEmpty else { return .chrome }
    if scalars[range].count(where: { $0 == 0x7C || $0 == 0xFF5C }) >= 2, !hasStop { return .chrome }
    if let role = role(in: body, at: body.lowerBound, place: .line), role.range == body { return .chrome }
    if body.count <= 120, let role = role(in: body, at: body.lowerBound, place: .start),
      !hasStop || body.count <= 40
    {
      return role.role == .tail ? .tail : .chrome
    }
    guard body.count <= 160, !hasStop else { return nil }
    for place in body {
      if let role = role(in: body, at: place, place: .any), role.role == .chrome { return .chrome }
    }
    return nil
  }

  /// Past the bullet of a list of links.
  private func bodyStart(_ range: Range<Int>) -> Int {
    scalars[range].firstIndex { $0 != 0x2D && $0 != 0x20 && $0 != 0xB7 && $0 != 0x2022 && $0 != 0x3E }
      ?? range.upperBound
  }

  private func role(in range: Range<Int>, at place: Int, place kind: ChromeWord.Place) -> (
    range: Range<Int>, role: ChromeWord.Role
  )? {
    var found: (Range<Int>, ChromeWord.Role)?
    vocabulary.words.forEachMatch(of: .chrome, in: scalars, at: place) { word, row in
      guard word.upperBound <= range.upperBound else { return }
      let meaning = vocabulary.chromeWords[row]
      if meaning.place == kind { found = (word, meaning.role) }
    }
    return found
  }

  /// 第07版：新闻
  private func isPageNumber(_ range: Range<Int>) -> Bool {
    let head = Array(scalars[range].prefix(5))
    guard head.first == 0x7B2C, head.count > 2 else { return false }
    let digits = head.dropFirst().prefix(while: \.isDigit).count
    return digits > 0 && digits + 1 < head.count && head[digits + 1] == 0x7248
  }

  /// The page's date, which counts even among words of the page: 2023年2月14日 星期二 上一期 下一期.
  private func hasFullDate(_ range: Range<Int>) -> Bool {
    DateScanner(vocabulary: vocabulary).dates(in: scalars, range).contains(where: \.isFull)
      && MeetingNameFinder(vocabulary: vocabulary).names(in: scalars, range).isEmpty
  }

  /// 来源：浙江省民政厅, without a date.
  private func isDateline(_ range: Range<Int>) -> Bool {
    range.contains { role(in: range, at: $0, place: .any)?.role == .byline } && range.count <= 40
  }

  /// 一是 第一 （一） 1. ① ——: an item, however short.
  private func opensItem(_ range: Range<Int>) -> Bool {
    let head = Array(scalars[range].prefix(4))
    guard let first = head.first else { return false }
    if first == 0x2014 || Marks.isSign(first) { return true }
    let start = first == 0xFF08 || first == 0x7B2C || first == 0x5176 ? 1 : 0
    let numerals = head.dropFirst(start).prefix { $0.isDigit || DateScanner.chinese($0) != nil }.count
    guard numerals > 0, start + numerals < head.count else { return false }
    return (start == 1 ? Self.afterOrdinal : Self.afterNumeral).contains(head[start + numerals])
  }

  /// 第一， and （一） open items; 第五届 opens a name.
  private static let afterOrdinal = ScalarSet("，、：）")
  private static let afterNumeral = ScalarSet("是要、．.，")
}
