// SPDX-License-Identifier: Apache-2.0

/// Words of other charsets in the headers of mail (RFC 2047): `=?gb2312?B?yKvKoQ==?=`.
///
/// They become the bytes that they stand for and no characters: whoever gets a name judges its charset from
/// the whole of it, and senders who say gb2312 write GBK.
enum EncodedWords {
  /// The value with its words decoded; the white space between two words is none.
  static func decoded(_ value: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = value[...]
    var blanks: ArraySlice<UInt8> = []
    var isAfterWord = false
    while let byte = rest.first {
      if let (bytes, end) = word(at: rest) {
        if !isAfterWord { out += blanks }
        out += bytes
        (blanks, isAfterWord, rest) = ([], true, rest[end...])
      } else if byte <= 0x20 {
        blanks.append(0x20)
        rest = rest.dropFirst()
      } else {
        out += blanks + [byte]
        (blanks, isAfterWord, rest) = ([], false, rest.dropFirst())
      }
    }
    return Array(out.drop { $0 == 0x20 })
  }

  /// The bytes of the word that begins here, and where it ends.
  private static func word(at rest: ArraySlice<UInt8>) -> (bytes: [UInt8], end: Int)? {
    let mark = UInt8(ascii: "?")
    guard rest.starts(with: [UInt8(ascii: "="), mark]) else { return nil }
    // RFC 2047 allows 75 bytes; programs write longer ones, but no page.
    let parts = rest.dropFirst(2).prefix(2_000).split(
      separator: mark, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].first == UInt8(ascii: "=") else { return nil }
    let text = parts[2]
    switch parts[1] {
    case [UInt8(ascii: "B")], [UInt8(ascii: "b")]:
      return (TransferEncoding.base64(text), parts[3].startIndex + 1)
    case [UInt8(ascii: "Q")], [UInt8(ascii: "q")]:
      let spaced = text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      return (HexBytes.decoded(spaced, after: UInt8(ascii: "=")), parts[3].startIndex + 1)
    default: return nil
    }
  }
}
