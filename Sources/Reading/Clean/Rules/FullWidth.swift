// SPDX-License-Identifier: Apache-2.0

/// Full-width digits and letters become ASCII, every kind of space one space, and lines lose their indents.
///
/// A single space inside a line stays: in a headline it parts two clauses, as in 浙江召开座谈会 部署五项任务.
struct FullWidth: CleaningRule {
  let name = "full-width"

  func concerns(_ text: ScalarText) -> Bool { !text.signs.isDisjoint(with: [.space, .wide]) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar.isIdeograph {
        place += 1
      } else if scalar.isBlank {
        let end = scalars[place...].firstIndex { !$0.isBlank } ?? scalars.count
        squeeze(place..<end, &repair)
        place = end
      } else {
        if let narrow = Self.narrow(scalar) { repair.replace(place, by: narrow) }
        place += 1
      }
    }
  }

  /// Indents and trailing spaces are layout, not damage: they go without a record.
  private func squeeze(_ range: Range<Int>, _ repair: inout Repair) {
    let scalars = repair.source.scalars
    let atStart = range.lowerBound == 0 || scalars[range.lowerBound - 1] == 0x0A
    let atEnd = range.upperBound == scalars.count || scalars[range.upperBound] == 0x0A
    if atStart || atEnd {
      repair.replace(range, with: [], silently: true)
    } else if range.count > 1 {
      repair.replace(range, with: [0x20], silently: true)
    } else if scalars[range.lowerBound] != 0x20 {
      repair.replace(range.lowerBound, by: 0x20, silently: true)
    }
  }

  /// The ASCII form of full-width digits, letters and the signs that belong to numbers: １．５％＋.
  private static func narrow(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F:
      scalar - 0xFEE0
    default: nil
    }
  }
}
