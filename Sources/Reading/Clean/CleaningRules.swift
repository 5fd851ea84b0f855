// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// All cleaning rules, in the order in which they are applied.
///
/// Order matters:
/// - shifted bytes first, as what they leave undecided is counted with the characters that were lost before;
/// - controls next, so that no rule meets CR LF or a mark of no width;
/// - slipped bytes next, while the marks that betray them stand as they arrived;
/// - widths of digits and spaces before anything compares characters, marks of Markdown before lines are told
///   apart;
/// - lines are joined before glosses are cut, since a line may break inside a gloss: 養(yǎ⏎ng)老;
/// - stacked marks before half-width ones, so that `,。` leaves one mark;
/// - characters last: the rules before look at what both scripts share.
enum CleaningRules {
  static func all(_ vocabulary: Vocabulary, _ tables: CharacterTables) -> [any CleaningRule] {
    [
      ByteShift(tables),
      ControlCharacters(), ByteSlip(), FullWidth(), MarkdownMarks(), BrokenLines(), JoinedParagraphs(),
      PinyinGloss(),
      DoubledPunctuation(), HalfWidthPunctuation(), TraditionalCharacters(vocabulary, tables),
    ]
  }
}
