// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Tasks that are pushed harder or more softly: 探索 → 试点 → 推进 → 全面推进, an ordered table.
///
/// In the head the strongest word counts. In the body only what stands right before one and the same thing
/// (探索长期护理保险, 全面推行长期护理保险) does: a body has many verbs, and most of them are about something else.
enum Strength {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.compactMap { link in
      guard link.from.count == 1, link.to.count == 1,
        let before = side.baseline.priorities.first(where: { $0.rank == link.from[0] }),
        let after = side.meeting.priorities.first(where: { $0.rank == link.to[0] })
      else { return nil }
      let heads = before.head == after.head ? nil : ofHeads(before.head, after.head, side.words)
      guard let (old, new) = heads ?? ofBodies(before.body, after.body, side.words) else { return nil }
      var change = side.change(new.level > old.level ? .strengthUp : .strengthDown, link, rule: "strength")
      (change.wordingFrom, change.wordingTo) = (old.text, new.text)
      return change
    }
  }

  /// A degree, and the words that show it.
  private typealias Degree = (text: String, level: Int)

  private static func ofHeads(
    _ before: String, _ after: String, _ words: ComparingWords
  ) -> (Degree, Degree)? {
    guard let old = words.strengths.first(where: { before.holds($0.word) }),
      let new = words.strengths.first(where: { after.holds($0.word) }), old.level != new.level
    else { return nil }
    return ((old.word, old.level), (new.word, new.level))
  }

  /// The first thing that both bodies name right after words of different degree.
  private static func ofBodies(
    _ before: String, _ after: String, _ words: ComparingWords
  ) -> (Degree, Degree)? {
    let old = pushed(before, words)
    for thing in pushed(after, words) {
      guard let same = old.first(where: { $0.thing == thing.thing }) else { continue }
      if same.level == thing.level { continue }
      return ((same.word + same.thing, same.level), (thing.word + thing.thing, thing.level))
    }
    return nil
  }

  /// How many letters name a thing: fewer are shared by chance.
  private static let letters = 4

  /// What stands right after a word of degree, in clauses that begin with one.
  private static func pushed(
    _ body: String, _ words: ComparingWords
  ) -> [(word: String, thing: String, level: Int)] {
    body.split(whereSeparator: { "，。；、：".contains($0) }).compactMap { clause in
      guard let degree = words.strengths.first(where: { clause.utf8.starts(with: $0.word.utf8) }) else { return nil }
      var thing = clause.dropFirst(degree.word.count)
      while let act = words.acts.first(where: { thing.utf8.starts(with: $0.utf8) }) { thing = thing.dropFirst(act.count) }
      let name = String(thing).lettersOnly
      return name.count >= letters ? (degree.word, String(name.prefix(letters)), degree.level) : nil
    }
  }
}
