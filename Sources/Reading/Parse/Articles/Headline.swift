// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Finds headlines, freed of the words of the page that cling to them.
struct Headline {
  let vocabulary: Vocabulary
  let scalars: [UInt32]

  /// The headline in a line: 视频丨 and （图） are none of its words.
  func title(_ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, let word = clinging(start..<end, atEnd: false) { start = word.upperBound }
    while start < end, let word = clinging(start..<end, atEnd: true) { end = word.lowerBound }
    while start < end, scalars[start].isBlank || scalars[start] == 0xFF1A { start += 1 }
    while start < end, scalars[end - 1].isBlank { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// The words of （原标题《…》） or 原标题：…, where a paragraph holds it.
  func original(_ paragraph: Range<Int>) -> Range<Int>? {
    let word = [UInt32]("原标题")
    guard let place = scalars.place(of: word, in: paragraph) else { return nil }
    var start = place + word.count
    while start < paragraph.upperBound, scalars[start] == 0xFF1A || scalars[start] == 0x300A { start += 1 }
    let end =
      scalars[start..<paragraph.upperBound].lastIndex { $0 == 0x300B || $0 == 0xFF09 } ?? paragraph.upperBound
    let close = end < paragraph.upperBound && end > start && scalars[end - 1] == 0x300B ? end - 1 : end
    return start < close ? start..<close : nil
  }

  private func clinging(_ range: Range<Int>, atEnd: Bool) -> Range<Int>? {
    let starts =
      atEnd
      ? range.upperBound - min(8, range.count)..<range.upperBound : range.lowerBound..<range.lowerBound + 1
    for place in starts {
      var found: Range<Int>?
      vocabulary.words.forEachMatch(of: .chrome, in: scalars, at: place) { word, row in
        let fits = atEnd ? word.upperBound == range.upperBound : word.upperBound < range.upperBound
        if fits, word != range, vocabulary.chromeWords[row].role == .cling { found = word }
      }
      if let found { return found }
    }
    return nil
  }
}

extension CleanText {
  /// The words of a headline, its lines parted by spaces.
  func headline(_ range: Range<Int>) -> String { string(range).replacing("\n", with: " ") }
}
