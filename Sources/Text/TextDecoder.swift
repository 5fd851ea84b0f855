// SPDX-License-Identifier: Apache-2.0

/// Bytes to text: decides the charset from the bytes alone, then decodes.
///
/// The order is from proof to guess: a byte order mark; valid UTF-8 (nothing else looks like it by chance) and
/// HZ, which is ASCII; UTF-32 and UTF-16 by their NULs; UTF-8 with a few bad bytes; GB18030 or Big5 by how common the characters are that come
/// out. What a page says of itself (`charset=gb2312`) is not asked: pages are saved again in other charsets
/// and keep the old words.
package enum TextDecoder {
  /// The text of a document, as valid UTF-8 without a byte order mark.
  ///
  /// Valid UTF-8 is returned as it came, without a copy. Throws `TextError.binary` where the bytes are no
  /// text.
  ///
  /// Example: D6 D0 B9 FA is 中国, charset GB18030.
  package static func decode(_ bytes: [UInt8]) throws(TextError) -> DecodedText {
    if let marked = try decodeMarked(bytes) { return marked }
    let holdsNUL = bytes.contains(0)
    if !holdsNUL, isUTF8(bytes) {
      if CharsetEvidence.hasControls(bytes) { throw .binary }
      if let hz = try decodeHZ(bytes) { return hz }
      return DecodedText(utf8: bytes, charset: "UTF-8", confidence: 1)
    }
    if holdsNUL {
      if let wide = try decodeUTF32(bytes) { return wide }
      return try decodeUTF16(bytes, atLeast: 0.9)
    }
    if CharsetEvidence.hasControls(bytes) { return try decodeUTF16(bytes, atLeast: 0.95) }
    if let damaged = decodeDamagedUTF8(bytes) { return damaged }
    return try decodeDoubleByte(bytes)
  }

  /// The text after a byte order mark, or nil where there is none.
  private static func decodeMarked(_ bytes: [UInt8]) throws(TextError) -> DecodedText? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      if rest.contains(0) { throw .binary }
      return isUTF8(rest) ? DecodedText(utf8: rest, charset: "UTF-8", confidence: 1) : repaired(rest)
    }
    // UTF-16 with a NUL after its mark would be no text.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return try convert(Array(bytes.dropFirst(4)), from: "UTF-32LE", 1)
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return try convert(Array(bytes.dropFirst(4)), from: "UTF-32BE", 1)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try convert(Array(bytes.dropFirst(2)), from: "UTF-16LE", 1)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try convert(Array(bytes.dropFirst(2)), from: "UTF-16BE", 1)
    }
    return nil
  }

  /// The Chinese of seven bits, nil where it is plain ASCII.
  private static func decodeHZ(_ bytes: [UInt8]) throws(TextError) -> DecodedText? {
    guard let chinese = HZ.gb2312(bytes) else { return nil }
    var text = try convert(chinese, from: "GB18030", CharsetEvidence.gb18030(chinese))
    text.charset = "HZ"
    return text
  }

  /// UTF-32 without a mark, nil where it is none: two NULs in each four bytes, always in the same place.
  private static func decodeUTF32(_ bytes: [UInt8]) throws(TextError) -> DecodedText? {
    let little = CharsetEvidence.utf32(bytes, bigEndian: false)
    let big = CharsetEvidence.utf32(bytes, bigEndian: true)
    guard max(little, big) >= 0.9 else { return nil }
    return try convert(bytes, from: big > little ? "UTF-32BE" : "UTF-32LE", max(little, big))
  }

  /// UTF-16 without a mark, in the order that reads better.
  ///
  /// Two ASCII letters make a Han character in one order or the other (ab is 扡): what is mostly ASCII with a
  /// NUL in it is no UTF-16, in which ASCII itself is half NULs.
  private static func decodeUTF16(_ bytes: [UInt8], atLeast floor: Double) throws(TextError) -> DecodedText {
    let little = CharsetEvidence.utf16(bytes, bigEndian: false)
    let big = CharsetEvidence.utf16(bytes, bigEndian: true)
    guard max(little, big) >= floor, CharsetEvidence.ascii(bytes) < 0.75 else { throw .binary }
    return try convert(bytes, from: big > little ? "UTF-16BE" : "UTF-16LE", max(little, big))
  }

  /// UTF-8 in which some bytes were lost, or nil where most of it is no UTF-8.
  ///
  /// Four good sequences to each bad place: GBK read as UTF-8 has about one in four by chance.
  private static func decodeDamagedUTF8(_ bytes: [UInt8]) -> DecodedText? {
    let text = repaired(bytes)
    let sequences = text.utf8.count { $0 >= 0xC0 } - text.damaged
    return sequences >= 4 * text.damaged ? text : nil
  }

  /// The better of GB18030 and Big5; else a Western page with a few accents; else it is binary.
  private static func decodeDoubleByte(_ bytes: [UInt8]) throws(TextError) -> DecodedText {
    let gb = CharsetEvidence.gb18030(bytes)
    let big5 = CharsetEvidence.big5(bytes)
    if max(gb, big5) >= 0.5 {
      return try gb >= big5 ? convert(bytes, from: "GB18030", gb) : convert(bytes, from: "Big5", big5)
    }
    if CharsetEvidence.ascii(bytes) >= 0.8 { return try convert(bytes, from: "windows-1252", 0.3) }
    return try decodeUTF16(bytes, atLeast: 0.95)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// UTF-8 with U+FFFD for each run of bytes that is none.
  private static func repaired(_ bytes: [UInt8]) -> DecodedText {
    let utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let damaged = replacements(in: utf8) - replacements(in: bytes)
    return DecodedText(
      utf8: utf8, charset: "UTF-8", confidence: Double(utf8.count - 3 * damaged) / Double(max(1, utf8.count)),
      damaged: damaged)
  }

  /// How often U+FFFD stands in the bytes.
  private static func replacements(in bytes: [UInt8]) -> Int {
    bytes.indices.dropLast(2).count { bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD }
  }

  private static func convert(
    _ bytes: [UInt8], from charset: String, _ confidence: Double
  ) throws(TextError) -> DecodedText {
    let unit = charset.hasPrefix("UTF-32") ? 4 : charset.hasPrefix("UTF-16") ? 2 : 1
    let (utf8, damaged) = try Converter(from: charset).convert(bytes, unit: unit)
    return DecodedText(utf8: utf8, charset: charset, confidence: confidence, damaged: damaged)
  }
}
