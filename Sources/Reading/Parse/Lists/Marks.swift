// SPDX-License-Identifier: Apache-2.0

/// The marks that end clauses and sentences, as scalars of the clean text.
enum Marks {
  static let comma: UInt32 = 0xFF0C
  static let pause: UInt32 = 0x3001
  static let colon: UInt32 = 0xFF1A
  static let semicolon: UInt32 = 0xFF1B
  static let stop: UInt32 = 0x3002
  static let dash: UInt32 = 0x2014
  static let openQuote: UInt32 = 0x201C
  static let closeQuote: UInt32 = 0x201D
  static let openBracket: UInt32 = 0xFF08
  static let closeBracket: UInt32 = 0xFF09
  static let openTitle: UInt32 = 0x300A
  static let closeTitle: UInt32 = 0x300B
  static let newline: UInt32 = 0x0A

  /// 。！？: what closes a sentence for good.
  static func isFullStop(_ scalar: UInt32) -> Bool {
    scalar == stop || scalar == 0xFF01 || scalar == 0xFF1F
  }

  /// 。！？；: a semicolon parts the members of an enumeration as a full stop does.
  static func endsSentence(_ scalar: UInt32) -> Bool {
    !scalar.isIdeograph && (isFullStop(scalar) || scalar == semicolon)
  }

  /// Any mark after which a clause begins.
  static func endsClause(_ scalar: UInt32) -> Bool {
    !scalar.isIdeograph && (isFullStop(scalar) || scalar == semicolon || scalar == comma || scalar == colon)
  }

  /// 、 too: a mark behind which a member of an enumeration may begin.
  static func partsMembers(_ scalar: UInt32) -> Bool { endsClause(scalar) || scalar == pause }

  /// Signs that are no letters, digits or marks of a sentence: ①, ◆, ☑, 📌. At the head of several lines they
  /// are bullets.
  static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Lines and blocks (▍) adorn headings.
    case 0x2500...0x259F: false
    case 0x2190...0x2BFF, 0x1F300...0x1FAFF: true
    default: false
    }
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar <= 0x3000 && isNarrowSpace(scalar)
  }

  private static func isNarrowSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x3000 || scalar == 0x09 || scalar == newline || scalar == 0xA0
  }
}

extension CleanText {
  /// The place of the first scalar in `range` that `test` holds for, or the range's end.
  func first(in range: Range<Int>, where test: (UInt32) -> Bool) -> Int {
    var place = range.lowerBound
    while place < range.upperBound, !test(scalars[place]) { place += 1 }
    return place
  }

  /// The range without spaces at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Marks.isSpace(scalars[low]) { low += 1 }
    while low < high, Marks.isSpace(scalars[high - 1]) { high -= 1 }
    return low..<high
  }

  /// A member of an enumeration without the 、 or ， that parts it from the next.
  func member(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    guard let last = range.last else { return range }
    return scalars[last] == Marks.pause || scalars[last] == Marks.comma ? range.dropLast() : range
  }

  /// True where the words of `needle` begin at `place`.
  func has(_ needle: [UInt32], at place: Int) -> Bool {
    place >= 0 && place + needle.count <= scalars.count
      && scalars[place..<place + needle.count].elementsEqual(needle)
  }

  /// Which of `paragraphs`, from 0, a place lies in.
  func paragraph(at place: Int, among paragraphs: [Range<Int>]) -> Int {
    var (low, high) = (0, paragraphs.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The place where `needle` first stands in `range`, or nil.
  func find(_ needle: [UInt32], in range: Range<Int>) -> Int? {
    guard let first = needle.first, range.count >= needle.count else { return nil }
    for place in range.lowerBound...(range.upperBound - needle.count) where scalars[place] == first {
      if has(needle, at: place) { return place }
    }
    return nil
  }
}
