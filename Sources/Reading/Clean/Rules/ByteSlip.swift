// SPDX-License-Identifier: Apache-2.0

/// A stretch of GBK that lost a byte reads as nonsense up to the next ASCII character: 裾棵乓嗯芤还锖Ｂ?,少让.
///
/// Its mark is a half-width ? directly at another mark, which no author writes. The clause around it is noted
/// as lost: it neither matches nor counts as new. It is not read back, as that asks for the whole of GBK.
struct ByteSlip: CleaningRule {
  let name = "byte-slip"

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.question) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    for place in scalars.indices.dropFirst().dropLast() where scalars[place] == 0x3F {
      guard Self.mayBelong(scalars[place - 1]) else { continue }
      let next = scalars[place + 1]
      if next == 0xFF1B {
        repair.lose(place..<end(of: place + 2, scalars))
      } else if next == 0x2C || next == 0x28 || next == 0x3001 || next == 0xFF0C {
        repair.lose(start(of: place, scalars)..<place + 1)
      }
    }
  }

  /// Nonsense after the mark reaches to the stray Latin letter that swallowed the odd byte, else to the next
  /// mark.
  private func end(of start: Int, _ scalars: [UInt32]) -> Int {
    let end = scalars[start...].firstIndex { !$0.isHan } ?? scalars.count
    return end < scalars.count && scalars[end].isLetter ? end + 1 : end
  }

  private func start(of end: Int, _ scalars: [UInt32]) -> Int {
    let mark = scalars[..<end].lastIndex { !Self.mayBelong($0) }
    return mark.map { $0 + 1 } ?? 0
  }

  /// Slipped bytes read as Han, as full-width letters or as characters for private use.
  private static func mayBelong(_ scalar: UInt32) -> Bool {
    scalar.isHan || (0xFF21...0xFF5A).contains(scalar) || (0xE000...0xF8FF).contains(scalar)
  }
}
