// SPDX-License-Identifier: Apache-2.0

/// A bracket that tells how the character before it is read, `召開(kāi)`, drops out.
///
/// A syllable with a tone mark is a gloss wherever it stands; one without, `議（yi）`, only where the text has
/// several, because 客户端(app) and 指数(e) are words of their own.
struct PinyinGloss: CleaningRule {
  let name = "pinyin-gloss"

  /// From so many syllables without tones on, brackets of this kind are glosses.
  private static let several = 4

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.bracket) }

  func apply(to repair: inout Repair) {
    let glosses = Self.glosses(in: repair.source.scalars)
    let untoned = glosses.count { !$0.toned }
    let cutAll = untoned >= Self.several || glosses.count >= 3 * untoned
    for gloss in glosses where gloss.toned || cutAll { repair.cut(gloss.range) }
  }

  private static func glosses(in scalars: [UInt32]) -> [(range: Range<Int>, toned: Bool)] {
    var found: [(range: Range<Int>, toned: Bool)] = []
    for place in scalars.indices.dropFirst() where scalars[place] == 0x28 || scalars[place] == 0xFF08 {
      let explained = scalars[place - 1].isHan || found.last?.range.upperBound == place
      guard let gloss = gloss(in: scalars, from: place), explained || gloss.toned else { continue }
      found.append(gloss)
    }
    return found
  }

  /// The bracket that opens at `start`, if it holds one syllable.
  private static func gloss(in scalars: [UInt32], from start: Int) -> (range: Range<Int>, toned: Bool)? {
    var place = start + 1
    var letters = 0
    var vowels = 0
    var toned = false
    while place < scalars.count, place <= start + 9 {
      let scalar = scalars[place]
      if scalar == 0x29 || scalar == 0xFF09 {
        return (1...6).contains(letters) && vowels > 0 ? (start..<place + 1, toned) : nil
      }
      let isTone = (0x300...0x30C).contains(scalar)
      guard (0x61...0x7A).contains(scalar) || isToned(scalar) || isTone else { return nil }
      toned = toned || isTone || isToned(scalar)
      letters += isTone ? 0 : 1
      vowels += isToned(scalar) || [0x61, 0x65, 0x69, 0x6F, 0x75, 0x76].contains(scalar) ? 1 : 0
      place += 1
    }
    return nil
  }

  /// āáǎà … ǖǘǚǜü, and the ńň of 嗯.
  private static func isToned(_ scalar: UInt32) -> Bool {
    (0xE0...0xFC).contains(scalar) && scalar != 0xF7 || (0x100...0x17F).contains(scalar)
      || (0x1CD...0x1DC).contains(scalar) || (0x1F8...0x1F9).contains(scalar)
  }
}
