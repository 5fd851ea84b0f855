// SPDX-License-Identifier: Apache-2.0

/// Foreign text made safe to show: in the journal, on a terminal, in a page.
///
/// What can move a cursor, forge a line or turn the reading order round is taken out: C0 but newline and tab
/// (which becomes a space), DEL, C1, line and paragraph separators, bidirectional controls. Everything else
/// stays as it is.
package enum Sanitised {
  /// The text without them; a newline stays only where `lines` allows it, else it is a space.
  package static func text(_ text: String, lines: Bool = false) -> String {
    guard mayHoldControls(text, lines: lines) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where lines: clean.append(scalar)
      case 0x09, 0x0A, 0x2028, 0x2029: clean.append(" ")
      default: if !isControl(scalar) { clean.append(scalar) }
      }
    }
    return String(clean)
  }

  /// True for what is taken out or made a space.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// False where no scalar of the text is one that is taken out: nearly always, and told by its bytes in a
  /// twentieth of the time. With `lines` a newline is none.
  static func mayHoldControls(_ text: String, lines: Bool = false) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { mayHoldControls(in: $0, lines) }
      ?? mayHoldControls(in: text.utf8, lines)
  }

  private static func mayHoldControls(in bytes: some Sequence<UInt8>, _ lines: Bool) -> Bool {
    var (last, beforeLast) = (UInt8(0), UInt8(0))
    for byte in bytes {
      switch byte {
      case 0x0A where lines: break
      case 0x00...0x1F, 0x7F: return true
      // C1 is C2 80 … C2 9F, U+061C is D8 9C.
      case 0x80...0x9F where last == 0xC2 || last == 0xD8: return true
      // U+200E … U+202E are E2 80 8E … E2 80 AE, with quotes and dashes between; U+2066 … U+2069 are E2 81 A6 ….
      case 0x8E, 0x8F, 0xA6...0xAE: if last == 0x80 || last == 0x81, beforeLast == 0xE2 { return true }
      default: break
      }
      (beforeLast, last) = (last, byte)
    }
    return false
  }
}
