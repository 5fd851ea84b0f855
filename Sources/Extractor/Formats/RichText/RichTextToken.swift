// SPDX-License-Identifier: Apache-2.0

/// A piece of RTF.
enum RichTextToken: Equatable {
  case open, close
  /// A control word with its number: `\b0` is b, 0.
  case word(String, Int?)
  /// A control sign: `\~`, `\*`, `\-`.
  case sign(UInt8)
  /// A byte of text, as it stands or as `\'d6`.
  case byte(UInt8)
}

/// RTF taken apart into its pieces.
struct RichTextTokens {
  private var rest: ArraySlice<UInt8>

  init(_ document: [UInt8]) { rest = document[...] }

  /// The next piece, nil at the end. The line ends of the file are none.
  mutating func next() -> RichTextToken? {
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case UInt8(ascii: "\\"): return control()
      case 0x0A, 0x0D, 0x00: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  /// What follows a backslash.
  private mutating func control() -> RichTextToken? {
    guard let first = rest.first else { return nil }
    guard Self.isLetter(first) else {
      rest = rest.dropFirst()
      switch first {
      case UInt8(ascii: "'"): return hexadecimal()
      case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): return .byte(first)
      // A line end after a backslash is a paragraph's.
      case 0x0A, 0x0D: return .word("par", nil)
      default: return .sign(first)
      }
    }
    let letters = rest.prefix { Self.isLetter($0) }
    rest = rest[letters.endIndex...]
    let name = String(decoding: letters.prefix(40), as: UTF8.self)
    let number = number()
    if rest.first == 0x20 { rest = rest.dropFirst() }
    // Bytes of a picture, which may be anything.
    if name == "bin" { rest = rest.dropFirst(max(0, number ?? 0)) }
    return .word(name, number)
  }

  private mutating func number() -> Int? {
    let sign = rest.prefix { $0 == UInt8(ascii: "-") }.prefix(1)
    let digits = rest[sign.endIndex...].prefix { (48...57).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    return Int(String(decoding: sign + digits, as: UTF8.self))
  }

  private mutating func hexadecimal() -> RichTextToken {
    let pair = rest.prefix(2)
    guard pair.count == 2, let high = HexBytes.digit(pair.first), let low = HexBytes.digit(pair.last) else {
      return .sign(UInt8(ascii: "'"))
    }
    rest = rest.dropFirst(2)
    return .byte(high << 4 | low)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (65...90).contains(byte)
  }
}
