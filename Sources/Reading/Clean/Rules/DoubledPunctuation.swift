// SPDX-License-Identifier: Apache-2.0

/// Of marks that stand on top of each other the last is meant: `,,` is ， and `,、` is 、.
///
/// Only a comma gives way to another mark, and a mark to its own double: ？！ and …… are somebody's intention.
struct DoubledPunctuation: CleaningRule {
  let name = "doubled-punctuation"

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    for place in scalars.indices.dropLast() where Self.isStackable(scalars[place]) {
      let next = scalars[place + 1]
      let isComma = scalars[place] == 0x2C || scalars[place] == 0xFF0C
      if isComma && Self.isStackable(next) || scalars[place] == next { repair.cut(place..<place + 1) }
    }
  }

  /// , ; : 、。，；： and ！？; the half-width ! ? are left to whoever wrote them twice.
  private static func isStackable(_ scalar: UInt32) -> Bool {
    if scalar.isIdeograph { return false }
    return switch scalar {
    case 0x2C, 0x3A, 0x3B, 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B: true
    default: false
    }
  }
}
