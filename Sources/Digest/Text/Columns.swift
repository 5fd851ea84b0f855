// SPDX-License-Identifier: Apache-2.0

/// Text measured and broken in terminal columns, where a Chinese character takes two.
package enum Columns {
  /// The columns that a text takes; ambiguous marks such as “ and → take one, as terminals print them.
  package static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The text followed by spaces up to a width.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }

  /// The text cut to a width, with … where something was cut.
  package static func cut(_ text: String, to width: Int) -> String {
    guard Self.width(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += Self.width(String(character))
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Pieces set into lines, broken between pieces where that can be, else inside one.
  package static func filled(_ pieces: [String], width: Int) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0)
    for piece in pieces {
      let size = Self.width(piece)
      if !line.isEmpty, used + size > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += piece
      used += size
      while used > width {
        let head = head(line, width)
        lines.append(head)
        line = String(line.dropFirst(head.count))
        used = Self.width(line)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// As much of a line as fits; a closing mark is never left to begin the next.
  private static func head(_ line: String, _ width: Int) -> String {
    var kept: [Character] = []
    var used = 0
    for character in line {
      used += Self.width(String(character))
      if used > width { break }
      kept.append(character)
    }
    let next = line.dropFirst(kept.count).first
    if let next, "，。；、：）”》%".contains(next), kept.count > 2 { kept.removeLast() }
    return String(kept)
  }
}
