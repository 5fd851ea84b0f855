// SPDX-License-Identifier: Apache-2.0

/// The name of a file in the drop folder, sub-folders included, as the kernel's bytes.
///
/// Never a String: a name that is not UTF-8 could not be opened again, and Swift takes two spellings of é for
/// one name.
///
/// Example: `2023/深圳.txt` has two components; a name with a newline is shown as `a%0Ab`.
package struct FileName: Sendable, Hashable, Comparable {
  /// Relative to the folder, components parted by `/`; empty for the folder itself.
  package var bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  package var components: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map(Array.init) }

  /// How many folders deep it lies: 0 for a file in the drop folder itself.
  package var depth: Int { bytes.count { $0 == UInt8(ascii: "/") } }

  package static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// The name of an entry of this folder.
  package func appending(_ component: [UInt8]) -> FileName {
    FileName(bytes: bytes.isEmpty ? component : bytes + [UInt8(ascii: "/")] + component)
  }
}

extension FileName: CustomStringConvertible {
  /// The name for people and for the journal: what cannot be shown stands as `%` and two hex digits a byte.
  ///
  /// Escaped are `%` itself, bytes that are no UTF-8, control characters, line separators and the marks that
  /// turn the direction of writing: a name must not be able to forge a line of a terminal.
  package var description: String {
    var shown = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if let text = String(validating: rest.prefix(length), as: UTF8.self), Self.isShowable(text) {
        shown += text
        rest = rest.dropFirst(length)
      } else {
        shown += Self.escaped(first)
        rest = rest.dropFirst()
      }
    }
    return shown
  }

  private static func isShowable(_ text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
    switch scalar.value {
    case 0..<0x20, 0x25, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      return false
    default: return true
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
