// SPDX-License-Identifier: Apache-2.0

/// Half-width marks beside Chinese become full width, and corner quotation marks become “”.
///
/// “Beside Chinese” is a Han character or a Chinese mark on either side: 1,234 and 9:00 stay as they are.
struct HalfWidthPunctuation: CleaningRule {
  let name = "half-width-punctuation"

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.halfWidth) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    var opening = true
    for (place, scalar) in scalars.enumerated() where !scalar.isIdeograph {
      switch scalar {
      case 0x0A: opening = true
      case 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F:
        if Self.isBesideChinese(place, scalars) { repair.replace(place, by: scalar + 0xFEE0) }
      case 0x22 where Self.isBesideChinese(place, scalars):
        repair.replace(place, by: opening ? 0x201C : 0x201D)
        opening.toggle()
      default:
        if let quote = Self.quote(scalar) { repair.replace(place, by: quote) }
      }
    }
  }

  /// 「」『』 and the half-width ｡ ､.
  private static func quote(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x300C: 0x201C
    case 0x300D: 0x201D
    case 0x300E: 0x2018
    case 0x300F: 0x2019
    case 0xFF61: 0x3002
    case 0xFF64: 0x3001
    default: nil
    }
  }

  private static func isBesideChinese(_ place: Int, _ scalars: [UInt32]) -> Bool {
    isChinese(scalars[..<place].last { $0 != 0x20 })
      || isChinese(scalars[(place + 1)...].first { $0 != 0x20 })
  }

  private static func isChinese(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return scalar.isHan || scalar.isChineseMark
  }
}
