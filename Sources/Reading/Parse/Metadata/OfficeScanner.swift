// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Walks the offices of a sentence: 市民政局党组书记、局长 is one office of two words.
struct OfficeScanner {
  /// An office as printed.
  struct Office {
    /// From the organ to the end of the last word: 浙江省副省长.
    var range: Range<Int>
    /// The last word alone: 副省长.
    var word: Range<Int>
    /// What is told as the role: heads of government stand without their government.
    var titled: Range<Int>
  }

  let vocabulary: Vocabulary
  let scalars: [UInt32]
  let sentence: Range<Int>
  private var place: Int
  /// Offices do not reach back over the last person or the last office.
  private var floor: Int
  private var last: Office?

  init(vocabulary: Vocabulary, scalars: [UInt32], sentence: Range<Int>) {
    self.vocabulary = vocabulary
    self.scalars = scalars
    self.sentence = sentence
    place = sentence.lowerBound
    floor = sentence.lowerBound
  }

  /// Goes on after a name.
  mutating func skip(to place: Int) {
    self.place = place
    floor = place
    last = nil
  }

  /// The next office, or nil at the end of the sentence.
  mutating func next() -> Office? {
    while place < sentence.upperBound {
      if let match = vocabulary.words.longest(of: .roles, in: scalars, at: place),
        match.range.upperBound <= sentence.upperBound
      {
        // 总书记今年参加…时指出: whoever is quoted takes no part.
        if vocabulary[.roles][match.row][1] == "cited" {
          skip(to: match.range.upperBound)
          continue
        }
        let office = office(match.range, isGovernment: vocabulary[.roles][match.row][1] == "government")
        place = match.range.upperBound
        last = office
        // 党组书记、局长: the whole of the chain is one office, told at its last word.
        // So is 市委教育工委常务副书记，市教育局局长.
        if place + 1 < sentence.upperBound, Self.joins.contains(scalars[place]), goesOn(place + 1) {
          continue
        }
        return office
      }
      place += 1
    }
    return nil
  }

  /// Whether another office follows before any name could: 副市长 after 市委常委、, 局长 after 党组书记、.
  private func goesOn(_ start: Int) -> Bool {
    var place = start
    while place < min(sentence.upperBound, start + 12), scalars[place].isHan {
      if let match = vocabulary.words.longest(of: .roles, in: scalars, at: place) {
        return match.range.upperBound <= sentence.upperBound
      }
      place += 1
    }
    return false
  }

  private func office(_ word: Range<Int>, isGovernment: Bool) -> Office {
    var start = word.lowerBound
    while start > floor, scalars[start - 1].isHan, !Self.stops.contains(scalars[start - 1]) { start -= 1 }
    for opener in Self.openers where start < word.lowerBound && scalars.has(opener, at: start) {
      start = min(word.lowerBound, start + opener.count)
    }
    let chained =
      last.map { $0.range.upperBound == start - 1 && Self.joins.contains(scalars[start - 1]) } ?? false
    if chained, let last {
      return Office(
        range: last.range.lowerBound..<word.upperBound, word: word,
        titled: last.titled.lowerBound..<word.upperBound)
    }
    let titled = isGovernment ? word.lowerBound : start
    return Office(range: start..<word.upperBound, word: word, titled: titled..<word.upperBound)
  }

  private static let joins = ScalarSet("、，")
  /// 由 的 了 有 在: what stands before an office and is no part of it.
  private static let stops = ScalarSet("由的了有是请让于在")
  private static let openers = [
    "传达", "听取", "邀请", "会上", "会前", "会后", "以及", "和", "及", "与", "并", "时任", "出席会议", "随后", "同时", "受",
  ].map([UInt32].init)
}
