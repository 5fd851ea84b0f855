// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Heads that push harder or more softly: 探索 → 试点 → 推进 → 全面推进, an ordered table.
enum Strength {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.priorities.compactMap { link in
      guard link.kind == .reworded, let before = side.before(link.from).first?.head,
        let after = side.after(link.to).first?.head,
        let old = word(before, side.words), let new = word(after, side.words), old.level != new.level
      else { return nil }
      var change = side.change(new.level > old.level ? .strengthUp : .strengthDown, link, rule: "strength")
      (change.wordingFrom, change.wordingTo) = (old.word, new.word)
      return change
    }
  }

  /// The strongest word of the table in a head; 全面推进 is found before 推进.
  private static func word(_ head: String, _ words: ComparingWords) -> (word: String, level: Int)? {
    words.strengths.first { head.contains($0.word) }
  }
}
