// SPDX-License-Identifier: Apache-2.0

extension Article {
  /// The Han characters and digits that the article opens with: an article printed twice has them twice.
  func opening(in text: CleanText) -> [UInt32] {
    guard let first = paragraphs.first else { return [] }
    return text.scalars[first].lazy.filter { $0.isHan || $0.isDigit }.prefix(120).map(\.self)
  }
}

extension PageLine {
  /// The words of a headline or link that reports a meeting, or nil.
  func mention(in text: CleanText) -> String? {
    let scalars = text.scalars
    var start = range.lowerBound
    if kind == .tail || kind == .chrome, let colon = scalars[range].firstIndex(of: 0xFF1A) {
      start = colon + 1
    }
    while start < range.upperBound, scalars[start].isBlank || scalars[start] == 0x2D { start += 1 }
    return start < range.upperBound && meeting != nil ? text.string(start..<range.upperBound) : nil
  }
}
