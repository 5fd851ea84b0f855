// SPDX-License-Identifier: Apache-2.0

/// Foreign text made safe to show: in the journal, on a terminal, in a page.
///
/// What can move a cursor, forge a line or turn the reading order round is taken out: C0 but newline and tab (which
/// becomes a space), DEL, C1, line and paragraph separators, bidirectional controls. Everything else stays as it is.
package enum Sanitised {
  /// The text without them; a newline stays only where `lines` allows it, else it is a space.
  package static func text(_ text: String, lines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where lines: clean.append(scalar)
      case 0x09, 0x0A, 0x2028, 0x2029: clean.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }
}
