// SPDX-License-Identifier: Apache-2.0

/// A paragraph of RTF as it grows: bytes of one charset after another, between characters in Unicode.
struct RichTextParagraph {
  private var text: [UInt8] = []
  private var bytes: [UInt8] = []
  private var charset = RichTextCharset.western
  /// The first half of a character beyond the first plane.
  private var half: UInt16?

  /// Adds a byte; it may be half a character.
  mutating func add(_ byte: UInt8, in charset: RichTextCharset) {
    if charset != self.charset { flush() }
    self.charset = charset
    bytes.append(byte)
  }

  mutating func add(_ text: String) {
    flush()
    self.text += Array(text.utf8)
  }

  /// Adds a code unit of UTF-16.
  mutating func add(_ unit: UInt16) {
    if UTF16.isLeadSurrogate(unit) {
      half = unit
      return
    }
    let units = [half.take(), unit].compactMap { $0 }
    add(String(decoding: units, as: UTF16.self))
  }

  /// The whole paragraph in UTF-8; the next begins.
  mutating func end() -> [UInt8] {
    flush()
    half = nil
    defer { text = [] }
    return text
  }

  private mutating func flush() {
    guard !bytes.isEmpty else { return }
    text += charset.decoded(bytes)
    bytes = []
  }
}
