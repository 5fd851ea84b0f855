// SPDX-License-Identifier: Apache-2.0

/// A document's text as UTF-8, and how sure its charset is.
///
/// `utf8` is always valid UTF-8 and has no byte order mark. `charset` is the name people know: UTF-8,
/// UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE, GB18030, Big5, HZ, windows-1252. `confidence` runs from 0 to 1; `damaged` counts the
/// places where bytes could not be decoded and U+FFFD stands instead.
///
/// Example: a page saved as GB2312 is charset GB18030, because GB18030 reads everything that GB2312 and GBK
/// write.
package struct DecodedText: Sendable, Hashable {
  package var utf8: [UInt8]
  package var charset: String
  package var confidence: Double
  package var damaged: Int

  package init(utf8: [UInt8], charset: String, confidence: Double, damaged: Int = 0) {
    self.utf8 = utf8
    self.charset = charset
    self.confidence = confidence
    self.damaged = damaged
  }
}
