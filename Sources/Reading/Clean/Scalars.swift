// SPDX-License-Identifier: Apache-2.0

/// What reading asks of a single Unicode scalar, and of stretches of them.
///
/// Text is worked over as `[UInt32]`; these names keep the loops readable.
extension UInt32 {
  /// A Han character of the block that nearly all text is made of.
  @inline(__always)
  package var isIdeograph: Bool { self &- 0x4E00 < 0x5200 }

  /// A Han character, 〇 among them.
  @inline(__always)
  package var isHan: Bool {
    isIdeograph || (0x3400...0x4DBF).contains(self) || self == 0x3007
      || (0xF900...0xFAFF).contains(self) || (0x20000...0x3FFFF).contains(self)
  }

  /// An ASCII digit.
  package var isDigit: Bool { (0x30...0x39).contains(self) }

  /// An ASCII letter.
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// A space within a line, tabs, NBSP and the ideographic space among them.
  package var isBlank: Bool {
    guard self <= 0x3000 else { return false }
    return self == 0x20 || self == 0x09 || self == 0xA0 || self == 0x3000 || (0x2000...0x200A).contains(self)
      || self == 0x202F || self == 0x205F
  }

  /// 。！？ and their half-width forms, which close a sentence.
  package var endsSentence: Bool {
    guard !isIdeograph else { return false }
    return self == 0x3002 || self == 0xFF01 || self == 0xFF1F || self == 0x21 || self == 0x3F
  }

  /// A mark after which a clause is over: that of a sentence, or ，；：.
  package var endsClause: Bool {
    guard !isIdeograph else { return false }
    return endsSentence || self == 0xFF0C || self == 0xFF1B || self == 0xFF1A || self == 0x2C || self == 0x3B
  }

  /// Chinese marks: 。、，《》“”（） and the like.
  package var isChineseMark: Bool {
    (0x3001...0x3003).contains(self) || (0x3008...0x301B).contains(self) || (0xFF01...0xFF0F).contains(self)
      || (0xFF1A...0xFF20).contains(self) || (0x2014...0x2026).contains(self)
  }
}

extension [UInt32] {
  /// The scalars of a word, for comparing with a text.
  package init(_ word: String) { self = word.unicodeScalars.map(\.value) }

  /// Whether `word` stands at `place`.
  package func has(_ word: [UInt32], at place: Int) -> Bool {
    guard place >= 0, place + word.count <= count else { return false }
    for offset in word.indices where self[place + offset] != word[offset] { return false }
    return true
  }

  /// Where `word` first stands within `range`, or nil.
  package func place(of word: [UInt32], in range: Range<Int>) -> Int? {
    guard let first = word.first, range.count >= word.count else { return nil }
    for place in range.lowerBound...(range.upperBound - word.count) where self[place] == first {
      if has(word, at: place) { return place }
    }
    return nil
  }
}
