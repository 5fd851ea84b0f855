// SPDX-License-Identifier: Apache-2.0

package import Lexicon
internal import Minutes

/// Takes a text as it arrived and gives the text that is read, with every cut on record.
package struct Cleaner {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Cleans UTF-8 text by all rules in their order; the damage stands in that order too.
  ///
  /// `pages` are those of the document that the text was taken from, in order.
  package func clean(_ utf8: [UInt8], _ tables: CharacterTables, pages: [TextPage] = []) -> CleanText {
    var text = ScalarText(utf8: utf8)
    var damage: [Damage] = []
    for rule in CleaningRules.all(vocabulary, tables) where rule.concerns(text) {
      var repair = Repair(of: text)
      rule.apply(to: &repair)
      text = repair.finish()
      if let found = repair.damage(rule.name) { damage.append(found) }
    }
    return CleanText(text, damage: damage, pages: pages)
  }
}
