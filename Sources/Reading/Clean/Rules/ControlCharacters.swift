// SPDX-License-Identifier: Apache-2.0

/// Byte-order marks, characters of no width and other controls; all line ends become one kind.
struct ControlCharacters: CleaningRule {
  let name = "control-characters"

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.control) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    for (place, scalar) in scalars.enumerated() where Self.isOdd(scalar) {
      switch scalar {
      case 0x0D where place + 1 < scalars.count && scalars[place + 1] == 0x0A:
        repair.replace(place..<place + 1, with: [], silently: true)
      case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        repair.replace(place, by: 0x0A, silently: true)
      case 0xFFFD: repair.lose(place..<place + 1)
      default: repair.cut(place..<place + 1)
      }
    }
  }

  /// What no text is written with; tabs and line ends are none of it.
  static func isOdd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFD: true
    default: false
    }
  }
}
