// SPDX-License-Identifier: Apache-2.0

/// Marks of Markdown: `## ` before a heading, `**` around words, `> ` before a quotation, `- ` before an item,
/// the address of a link, the bars of a table.
///
/// `#话题#` is no heading: a heading's mark is followed by a space. List numbers stay, they are the author's. A
/// bar is a table's where it begins and ends its line: 首页 | 政务公开 is none.
struct MarkdownMarks: CleaningRule {
  let name = "markdown"

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.markdown) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    var place = 0
    while place < scalars.count {
      let end = scalars[place...].firstIndex(of: 0x0A) ?? scalars.count
      if !row(scalars, place..<end, &repair) {
        let start = lineMark(scalars, place..<end, &repair)
        inlineMarks(scalars, start..<end, &repair)
      }
      place = end + 1
    }
  }

  /// Cuts the bars of `| 加装电梯 | 356部 |`, whose cells then stand a space apart, and the line `| --- | --- |`
  /// whole; false where the line is no row.
  private func row(_ scalars: [UInt32], _ line: Range<Int>, _ repair: inout Repair) -> Bool {
    let bar: UInt32 = 0x7C
    guard line.count > 4, scalars[line.lowerBound] == bar, scalars[line.upperBound - 1] == bar,
      scalars[line].count(where: { $0 == bar }) > 2
    else { return false }
    if scalars[line].allSatisfy({ $0 == bar || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }) {
      repair.cut(line)
      return true
    }
    for place in line where scalars[place] == bar {
      // One of the two spaces around a bar stays, and none at the ends.
      let isInner = place > line.lowerBound && place < line.upperBound - 1
      let begin = isInner || place == line.lowerBound || scalars[place - 1] != 0x20 ? place : place - 1
      let end = place + 1 < line.upperBound && scalars[place + 1] == 0x20 ? place + 2 : place + 1
      if isInner, scalars[place - 1] != 0x20 {
        repair.replace(begin..<end, with: [0x20])
      } else {
        repair.cut(begin..<end)
      }
    }
    return true
  }

  /// Cuts `- ` before words in Chinese, so that a page's number (- 3 -) and a minus stay.
  private func itemMark(_ scalars: [UInt32], _ line: Range<Int>, _ repair: inout Repair) -> Int {
    let start = line.lowerBound
    guard line.count > 2, [0x2A, 0x2B, 0x2D].contains(scalars[start]), scalars[start + 1] == 0x20,
      scalars[start + 2] >= 0x2E80 || scalars[start + 2] == 0x2A
    else { return start }
    repair.cut(start..<start + 2)
    return start + 2
  }

  /// Cuts `### ` or `> ` at the head of a line; gives where the line's words begin.
  private func lineMark(_ scalars: [UInt32], _ line: Range<Int>, _ repair: inout Repair) -> Int {
    var place = line.lowerBound
    while place < line.upperBound, scalars[place] == 0x23 || scalars[place] == 0x3E { place += 1 }
    if place == line.upperBound, place > line.lowerBound, scalars[line].allSatisfy({ $0 == 0x3E }) {
      // An empty line of a message that was quoted.
      repair.cut(line)
      return place
    }
    guard (1...6).contains(place - line.lowerBound), place < line.upperBound, scalars[place] == 0x20 else {
      return itemMark(scalars, line, &repair)
    }
    repair.cut(line.lowerBound..<place + 1)
    return place + 1
  }

  private func inlineMarks(_ scalars: [UInt32], _ line: Range<Int>, _ repair: inout Repair) {
    var place = line.lowerBound
    while place < line.upperBound {
      var length = 1
      let scalar = scalars[place]
      if scalar.isIdeograph {
        place += 1
        continue
      }
      if scalar == 0x2A || scalar == 0x5F, place + 1 < scalars.count, scalars[place + 1] == scalar {
        // The space that ends emphasis is Markdown's, between two Chinese characters.
        let isSpaced =
          place > line.lowerBound && scalars.has([0x20], at: place + 2) && scalars[place - 1] >= 0x2E80
          && place + 3 < line.upperBound && scalars[place + 3] >= 0x2E80
        length = isSpaced ? 3 : 2
        repair.cut(place..<place + length)
      } else if scalar == 0x5B || scalars.has([0x21, 0x5B], at: place),
        let link = link(scalars, place, line)
      {
        length = link.upperBound - place
        repair.cut(place..<link.lowerBound)
        repair.replace(link, with: Array(scalars[link].dropLast(link.count - words(scalars, link))))
      }
      place += length
    }
  }

  /// The range from the words of `[words](address)` to its end, or nil where there is no link.
  private func link(_ scalars: [UInt32], _ start: Int, _ line: Range<Int>) -> Range<Int>? {
    let open = scalars[start] == 0x21 ? start + 1 : start
    let limit = min(line.upperBound, open + Self.longest)
    guard let close = scalars.place(of: [0x5D, 0x28], in: open..<limit),
      let end = scalars.place(of: [0x29], in: close..<limit)
    else { return nil }
    return open + 1..<end + 1
  }

  /// Links are sought so far: a line of nothing but open brackets must not cost its length squared.
  private static let longest = 400

  private func words(_ scalars: [UInt32], _ link: Range<Int>) -> Int {
    (scalars.place(of: [0x5D, 0x28], in: link) ?? link.lowerBound) - link.lowerBound
  }
}
