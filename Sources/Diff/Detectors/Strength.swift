// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Tasks that are pushed harder or more softly: 探索 → 试点 → 推进 → 全面推进, an ordered table.
///
/// Only what stands right after the word counts, and it must be one and the same thing in both (探索长期护理保险, 全面推行长期护理保险):
/// a text has many verbs, and most of them are about something else. In heads two letters in common are enough, since
/// the heads belong together already.
enum Strength {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.compactMap { link in
      guard link.from.count == 1, link.to.count == 1,
        let before = side.baseline.priorities.first(where: { $0.rank == link.from[0] }),
        let after = side.meeting.priorities.first(where: { $0.rank == link.to[0] })
      else { return nil }
      let heads = before.head == after.head ? nil : pushed(before.head, after.head, side.words, isHead: true)
      guard let (old, new) = heads ?? pushed(before.body, after.body, side.words, isHead: false) else {
        return nil
      }
      var change = side.change(new.level > old.level ? .strengthUp : .strengthDown, link, rule: "strength")
      (change.wordingFrom, change.wordingTo) = (old.word + old.thing, new.word + new.thing)
      return change
    }
  }

  /// A word of degree, and what stands right after it.
  private typealias Push = (word: String, thing: String, level: Int)

  /// How many letters name a thing in a body: fewer are shared by chance.
  private static let letters = 4

  /// The first thing that both texts name right after words of different degree.
  private static func pushed(
    _ before: String, _ after: String, _ words: ComparingWords, isHead: Bool
  ) -> (Push, Push)? {
    let old = pushes(before, words)
    for push in pushes(after, words) {
      let same = old.first { isHead ? $0.thing.sharesPair(with: push.thing) : isOne($0.thing, push.thing) }
      if let same, same.level != push.level { return (same, push) }
    }
    return nil
  }

  private static func isOne(_ one: String, _ other: String) -> Bool {
    one.count >= letters && one.prefix(letters) == other.prefix(letters)
  }

  /// The clauses that begin with a word of degree; acts between it and its thing (探索建立) are left out.
  private static func pushes(_ text: String, _ words: ComparingWords) -> [Push] {
    text.split(whereSeparator: { "，。；、：".contains($0) }).compactMap { clause in
      guard let degree = words.strengths.first(where: { clause.utf8.starts(with: $0.word.utf8) }) else {
        return nil
      }
      var thing = clause.dropFirst(degree.word.count)
      while let act = words.acts.first(where: { thing.utf8.starts(with: $0.utf8) }) {
        thing = thing.dropFirst(act.count)
      }
      return (degree.word, String(thing).lettersOnly, degree.level)
    }
  }
}

extension String {
  /// True where two neighbouring characters of the one stand in the other.
  fileprivate func sharesPair(with other: String) -> Bool {
    let letters = Array(self)
    return zip(letters, letters.dropFirst()).contains { other.contains(String([$0, $1])) }
  }
}
