// SPDX-License-Identifier: Apache-2.0

/// A page that lost its line ends runs on as one long line, `…作报告。 会议指出，…`: the space was the paragraph's
/// end.
///
/// Only in lines longer than any paragraph, since a space after 。 may also be a slip of the pen within one.
struct JoinedParagraphs: CleaningRule {
  let name = "joined-paragraphs"

  /// Lines from this length on are taken for several paragraphs.
  private static let longest = 400

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.space) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: 0x0A) ?? scalars.count
      if end - start >= Self.longest {
        let headline = Self.headlineEnd(in: scalars, start..<end)
        for place in start + 1..<end
        where scalars[place] == 0x20 && (place == headline || Self.closes(place, scalars)) {
          repair.replace(place, by: 0x0A)
        }
      }
      start = end + 1
    }
  }

  /// The space between a headline and the day that the text begins with: 会议召开 陆承泽出席 3月2日，….
  private static func headlineEnd(in scalars: [UInt32], _ line: Range<Int>) -> Int? {
    let clause = scalars[line].firstIndex(where: \.endsClause) ?? line.upperBound
    guard let space = scalars[line.lowerBound..<clause].lastIndex(of: 0x20), space + 1 < clause else {
      return nil
    }
    return scalars[space + 1].isDigit ? space : nil
  }

  /// Whether a sentence ends before the space, with its quotation mark or bracket.
  private static func closes(_ place: Int, _ scalars: [UInt32]) -> Bool {
    let last = scalars[place - 1]
    let isQuote = last == 0x201D || last == 0x300D || last == 0xFF09 || last == 0x29
    return (isQuote && place > 1 ? scalars[place - 2] : last).endsSentence
  }
}
