// SPDX-License-Identifier: Apache-2.0

/// The charsets of a document's fonts, and of the document where a font says nothing.
struct RichTextFonts {
  /// The charset of symbols, whose bytes are no letters.
  private static let symbols = 2

  private var charsets: [Int: Int] = [:]
  private var current = 0
  /// The font of `\deff`.
  var first = 0
  /// What `\ansicpg` says.
  var document: RichTextCharset?

  /// The font that `set` tells of.
  mutating func open(_ font: Int) { current = font }

  mutating func set(_ charset: Int) { if charsets.count < 10_000 { charsets[current] = charset } }

  func charset(of font: Int) -> RichTextCharset? { charsets[font].flatMap { RichTextCharset(font: $0) } }

  func isSymbol(_ font: Int) -> Bool { charsets[font] == Self.symbols }

  /// For bytes whose font says nothing: the document's, unless that is Western and its fonts are Chinese.
  var fallback: RichTextCharset {
    if let document, document != .western { return document }
    return charsets.values.contains(134)
      ? .simplified : charsets.values.contains(136) ? .traditional : .western
  }
}
