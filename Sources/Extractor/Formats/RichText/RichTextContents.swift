// SPDX-License-Identifier: Apache-2.0

/// Which styles of a document are those of its table of contents, whose entries repeat the heads with pages.
struct RichTextContents {
  /// `toc 1` and so on, in whatever language the program speaks.
  private static let name = Array("toc ".utf8)

  private var styles: Set<Int> = []
  private var defined = 0
  private var begin: [UInt8] = []
  /// True within a paragraph of such a style.
  private(set) var isOpen = false

  /// `\s15`: what follows has this style, or is its name where styles are defined.
  mutating func use(_ style: Int, defining: Bool) {
    if defining { (defined, begin) = (style, []) } else { isOpen = style != 0 && styles.contains(style) }
  }

  /// A letter of a style's name, which a semicolon ends.
  mutating func add(_ byte: UInt8) {
    if byte == UInt8(ascii: ";") {
      if begin == Self.name, defined != 0, styles.count < 1_000 { styles.insert(defined) }
      (defined, begin) = (0, [])
    } else if begin.count < Self.name.count {
      begin.append((65...90).contains(byte) ? byte + 32 : byte)
    }
  }
}
