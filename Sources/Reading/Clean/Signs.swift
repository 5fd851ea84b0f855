// SPDX-License-Identifier: Apache-2.0

/// Which kinds of characters a text may hold, a bit each: by them a cleaning rule sees at once that it has nothing to
/// do.
///
/// They are collected while a text is put together, so most texts pay for most rules with one comparison.
package struct Signs: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Line ends.
  static let newline = Signs(rawValue: 1)
  /// The space of ASCII.
  static let space = Signs(rawValue: 1 << 1)
  /// Every other blank, and digits, letters and signs of full width.
  static let wide = Signs(rawValue: 1 << 2)
  /// Controls, characters of no width, and U+FFFD.
  static let control = Signs(rawValue: 1 << 3)
  static let question = Signs(rawValue: 1 << 4)
  /// ( and （.
  static let bracket = Signs(rawValue: 1 << 5)
  /// # * > ].
  static let markdown = Signs(rawValue: 1 << 6)
  /// Marks of half width, and corner quotation marks.
  static let halfWidth = Signs(rawValue: 1 << 7)

  /// What one scalar is a sign of; Han characters, nearly all of a text, of nothing.
  @inline(__always)
  init(of scalar: UInt32) {
    self = scalar.isIdeograph ? [] : Self.sign(of: scalar)
  }

  private static func sign(of scalar: UInt32) -> Signs {
    switch scalar {
    case 0x0A: .newline
    case 0x20: .space
    case 0x3F: [.question, .halfWidth]
    case 0x28: [.bracket, .halfWidth]
    case 0xFF08: .bracket
    case 0x23, 0x2A, 0x2B, 0x2D, 0x3E, 0x5D, 0x7C: .markdown
    case 0x21, 0x22, 0x29, 0x2C, 0x3A, 0x3B, 0x300C...0x300F, 0xFF61, 0xFF64: .halfWidth
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05, 0xFF0B, 0xFF0D...0xFF0F: .wide
    default: ControlCharacters.isOdd(scalar) ? .control : scalar.isBlank ? .wide : []
    }
  }
}
