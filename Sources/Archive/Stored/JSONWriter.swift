// SPDX-License-Identifier: Apache-2.0

/// Writes the JSON of the archive's columns: keys in the order they are set, which is ascending, and no
/// blanks.
///
/// Equal values are equal text, so a text can stand for its value. SQLite reads it too (`json_extract`).
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes += text.utf8 }

  /// An object with what `body` sets.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// One key of an object; nil sets none.
  mutating func set(_ key: StaticString, _ value: (some Stored)?) {
    guard let value else { return }
    separate(after: "{")
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes += $0 }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    value.write(to: &self)
  }

  mutating func array(_ items: [some Stored]) {
    bytes.append(UInt8(ascii: "["))
    for item in items {
      separate(after: "[")
      item.write(to: &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// A string in quotes: only the quote, the backslash and control characters are escaped.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: write("\\b")
      case 0x09: write("\\t")
      case 0x0A: write("\\n")
      case 0x0C: write("\\f")
      case 0x0D: write("\\r")
      case 0x00..<0x20: write((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate(after opening: Unicode.Scalar) {
    if bytes.last != UInt8(ascii: opening) { bytes.append(UInt8(ascii: ",")) }
  }
}
