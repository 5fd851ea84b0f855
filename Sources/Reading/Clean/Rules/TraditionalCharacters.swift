// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// A text in traditional characters becomes simplified; a simplified one is left alone, whatever names it
/// quotes.
///
/// Whether it is traditional is told from the share of characters that only traditional texts have (table
/// `traditional`): in running text one in ten, in a simplified text with a quoted name one in a thousand. The
/// characters' own table cannot tell 著名 from 著力: the table `variants` sets such words right afterwards.
struct TraditionalCharacters: CleaningRule {
  let name = "traditional"

  /// From one such character in so many Han characters on, a text is traditional.
  private static let share = 40

  private let vocabulary: Vocabulary
  private let tables: CharacterTables

  init(_ vocabulary: Vocabulary, _ tables: CharacterTables) {
    self.vocabulary = vocabulary
    self.tables = tables
  }

  func concerns(_ text: ScalarText) -> Bool {
    let marks = vocabulary.traditional
    var han = 0
    var found = 0
    for scalar in text.scalars where scalar.isHan {
      han += 1
      if marks.contains(scalar) { found += 1 }
    }
    return found > 0 && found * Self.share >= han
  }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    var plain = tables.simplified(scalars)
    correct(&plain)
    for place in scalars.indices where plain[place] != scalars[place] {
      repair.replace(place, by: plain[place])
    }
  }

  /// The longest entry of `variants` at each place decides; entries keep their length.
  private func correct(_ scalars: inout [UInt32]) {
    let rows = vocabulary[.variants]
    var place = 0
    while place < scalars.count {
      guard let match = vocabulary.words.longest(of: .variants, in: scalars, at: place),
        let word = rows[match.row][1].map([UInt32].init), word.count == match.range.count
      else {
        place += 1
        continue
      }
      for (offset, scalar) in word.enumerated() { scalars[place + offset] = scalar }
      place += word.count
    }
  }
}
