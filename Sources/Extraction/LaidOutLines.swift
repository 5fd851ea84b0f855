// SPDX-License-Identifier: Apache-2.0

/// Paragraphs from the lines of pages, laid out in columns of characters.
///
/// A page has lines and no paragraphs. A line goes on in the next where it reaches the right margin and the
/// next is not indented; the foot of a page is passed over, so that a sentence goes on overleaf. Gaps of two
/// columns and more part the cells of a table, whose rows stay lines. Between Chinese and digits typesetters
/// leave a gap that nobody typed: it goes.
package struct LaidOutLines {
  /// A line with its place in columns, of which a Chinese character takes two.
  private struct Line {
    var text: String
    var indent: Int
    var end: Int
    var isRow: Bool
    var page: Int
  }

  /// What a line may lack of the margin: two characters, or a number that would not be parted.
  private static let slack = 8

  private var lines: [Line] = []
  private var margins: [Int: (left: Int, right: Int)] = [:]

  /// `pages` are the pages' lines of text, indented with spaces by where they begin.
  package init(pages: [[String]]) {
    for (index, page) in pages.enumerated() {
      let number = index + 1
      let found = page.compactMap { Self.line($0, page: number) }.filter {
        !Self.isFolio($0.text, of: number)
      }
      let running = found.filter { !$0.isRow }
      var left = running.map(\.indent).min() ?? 0
      // A page of a line or two, all of them indented, does not show where its margin is.
      if running.count < 3, let before = margins[index] { left = min(left, before.left) }
      margins[number] = (left, running.map(\.end).max() ?? 0)
      lines += found
    }
  }

  /// The paragraphs and rows, each on the page that it begins on.
  package var blocks: [ExtractedDocument.Block] {
    var blocks: [ExtractedDocument.Block] = []
    for (index, line) in lines.enumerated() {
      // The first line is a headline: full, or whole.
      if index > 0, continues(lines[index - 1], in: line, slack: index == 1 ? 2 : Self.slack) {
        blocks[blocks.count - 1].text += Self.joint(blocks[blocks.count - 1].text, line.text) + line.text
      } else {
        blocks.append(.init(line.text, page: line.page))
      }
    }
    return blocks
  }

  private func continues(_ line: Line, in next: Line, slack: Int) -> Bool {
    guard !line.isRow, !next.isRow, let here = margins[line.page], let there = margins[next.page] else {
      return false
    }
    return line.end + slack >= here.right && next.indent < there.left + 2 && line.end - line.indent > 24
  }

  /// Words of Latin letters need a space where a line was broken between them; a number that was broken needs
  /// none.
  private static func joint(_ before: String, _ after: String) -> String {
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return "" }
    return isLatin(last) && isLatin(first) ? " " : ""
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  private static func line(_ text: String, page: Int) -> Line? {
    let indent = text.prefix { $0 == " " || $0 == "\u{3000}" }
    let (words, isRow) = words(text.dropFirst(indent.count).unicodeScalars)
    guard !words.isEmpty else { return nil }
    let start = width(indent)
    return Line(
      text: words, indent: start, end: start + width(text.dropFirst(indent.count)), isRow: isRow, page: page)
  }

  /// The line's text with its gaps made one of three: none, a space, or the border of two cells.
  private static func words(_ scalars: Substring.UnicodeScalarView) -> (text: String, isRow: Bool) {
    var text = String.UnicodeScalarView()
    var (gap, isRow) = (0, false)
    for scalar in scalars {
      if scalar == " " || scalar == "\u{3000}" {
        gap += scalar == " " ? 1 : 2
        continue
      }
      if gap > 1 {
        isRow = true
        text += "\u{3000}\u{3000}".unicodeScalars
      } else if gap == 1, let last = text.last, last.isASCII == scalar.isASCII {
        text.append(" ")
      }
      gap = 0
      text.append(scalar)
    }
    return (String(text), isRow)
  }

  /// The number at the foot of a page: 3, - 3 -, 第3页, 3/12; between dashes it may count from elsewhere.
  private static func isFolio(_ text: String, of page: Int) -> Bool {
    let bare = String(text.filter { !" -—–·第页/共".contains($0) })
    guard Int(bare) != nil, bare.count < 8 else { return false }
    let isDashed = "-—–".contains(text.first ?? " ") && "-—–".contains(text.last ?? " ")
    return bare == String(page) || isDashed || text.hasPrefix("第") && text.hasSuffix("页")
      || text.split(separator: "/").count == 2 && text.hasPrefix("\(page)/")
  }

  private static func width(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
