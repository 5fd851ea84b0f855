// SPDX-License-Identifier: Apache-2.0

/// Marks of Markdown: `## ` before a heading, `**` around words, `> ` before a quotation, the address of a
/// link.
///
/// `#话题#` is no heading: a heading's mark is followed by a space. List numbers stay, they are the author's.
struct MarkdownMarks: CleaningRule {
  let name = "markdown"

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.markdown) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    var place = 0
    while place < scalars.count {
      let end = scalars[place...].firstIndex(of: 0x0A) ?? scalars.count
      let start = lineMark(scalars, place..<end, &repair)
      inlineMarks(scalars, start..<end, &repair)
      place = end + 1
    }
  }

  /// Cuts `### ` or `> ` at the head of a line; gives where the line's words begin.
  private func lineMark(_ scalars: [UInt32], _ line: Range<Int>, _ repair: inout Repair) -> Int {
    var place = line.lowerBound
    while place < line.upperBound, scalars[place] == 0x23 || scalars[place] == 0x3E { place += 1 }
    guard (1...6).contains(place - line.lowerBound), place < line.upperBound, scalars[place] == 0x20 else {
      return line.lowerBound
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
        length = 2
        repair.cut(place..<place + 2)
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
