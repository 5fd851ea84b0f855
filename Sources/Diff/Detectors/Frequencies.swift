// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Words of the day that are said far more or far less often, per 1,000 characters.
///
/// Which words are counted is the table's to say (role `count`). A word that came or went altogether is a matter of
/// terms and tasks; here both texts have it, and both are long enough for a rate to mean something.
enum Frequencies {
  static let leastLength = 400
  /// The least difference in number, and how many times the one rate is the other.
  static let leastDifference = 3
  static let leastRatio = 2

  @Sendable static func find(_ side: Comparing) -> [Change] {
    let lengths = (from: side.comparison.lengthFrom, to: side.comparison.lengthTo)
    guard lengths.from >= leastLength, lengths.to >= leastLength else { return [] }
    return side.words.counted.compactMap { word in
      let (old, new) = (count(word, side.baseline), count(word, side.meeting))
      guard old > 0, new > 0, abs(new - old) >= leastDifference else { return nil }
      // Rates by cross-multiplication: new/to against old/from.
      let (now, then) = (new * lengths.from, old * lengths.to)
      guard now >= then * leastRatio || then >= now * leastRatio else { return nil }
      var change = Change(now > then ? .freqUp : .freqDown, .formulation, in: side, rule: "frequencies")
      change.scope = word
      change.wordingFrom = rate(old, lengths.from)
      change.wordingTo = rate(new, lengths.to)
      change.from = side.naming(word, in: side.baseline)
      change.to = side.naming(word, in: side.meeting)
      return change
    }
  }

  private static func count(_ word: String, _ meeting: Meeting) -> Int {
    meeting.paragraphs.reduce(0) { $0 + $1.text.occurrences(of: word) }
  }

  /// 12次（每千字5.1次）.
  private static func rate(_ count: Int, _ length: Int) -> String {
    let tenths = (count * 10_000 + length / 2) / length
    return "\(count)次（每千字\(tenths / 10).\(tenths % 10)次）"
  }
}
