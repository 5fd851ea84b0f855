// SPDX-License-Identifier: Apache-2.0

extension Article {
  /// Whether two articles are one, printed twice: their first paragraphs have the same Han characters and digits.
  func tellsTheSame(as other: Article, in text: CleanText) -> Bool {
    guard let mine = paragraphs.first, let its = other.paragraphs.first else { return false }
    return Self.words(of: mine, in: text) == Self.words(of: its, in: text)
  }

  private static func words(of range: Range<Int>, in text: CleanText) -> [UInt32] {
    text.scalars[range].lazy.filter { $0.isHan || $0.isDigit }.prefix(120).map(\.self)
  }
}

extension PageLine {
  /// The words of a headline or link that reports a meeting, or nil.
  func mention(in text: CleanText) -> String? {
    let scalars = text.scalars
    var start = range.lowerBound
    if kind == .tail || kind == .chrome, let colon = scalars[range].firstIndex(of: 0xFF1A) { start = colon + 1 }
    while start < range.upperBound, scalars[start].isBlank || scalars[start] == 0x2D { start += 1 }
    return start < range.upperBound && meeting != nil ? text.string(start..<range.upperBound) : nil
  }
}
