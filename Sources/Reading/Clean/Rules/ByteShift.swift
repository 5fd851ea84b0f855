// SPDX-License-Identifier: Apache-2.0

/// Shifts a stretch of GBK that lost a byte back into step, where the result proves itself.
///
/// From the lost byte on a decoder pairs the wrong bytes, up to the next ASCII character: 民政部门要多跑… read as
/// 裾棵乓嗯芤还锖Ｂ?. Encoded, rid of the odd byte and decoded anew it reads on. The first and the last
/// character are gone with their bytes: U+FFFD stands for them, and the rule for controls counts them as lost.
///
/// Running text is made of common characters, a wrong pairing hits them four times in ten: the result must be
/// common nearly throughout, much more so than the stretch was, and long enough. What does not prove itself
/// stays for `ByteSlip`, which notes it as lost: 选排淝看?(居) is too short to tell 配 from an 排 that was meant.
struct ByteShift: CleaningRule {
  let name = "byte-shift"

  private let tables: CharacterTables

  /// Fewer characters than that prove nothing.
  private static let shortest = 4
  /// Longer stretches without a mark are no running text; it also bounds the work.
  private static let longest = 200

  init(_ tables: CharacterTables) { self.tables = tables }

  func concerns(_ text: ScalarText) -> Bool {
    text.signs.contains(.question) && text.scalars.indices.contains { Self.run(at: $0, text.scalars) != nil }
  }

  func apply(to repair: inout Repair) {
    let pairs = tables.pairs
    let scalars = repair.source.scalars
    for place in scalars.indices {
      guard let run = Self.run(at: place, scalars) else { continue }
      let isHead = run.lowerBound == place
      // A head is marked by ? itself; in a tail what stands before the first odd character may be true or not,
      // and is given up with it.
      let starts = isHead ? place + 1..<place + 2 : run.lowerBound..<place
      guard let start = starts.first(where: { !pairs.isCommon(scalars[$0]) || isHead }) else { continue }
      let slipped = scalars[start..<(isHead ? run.upperBound : place)]
      guard let shifted = shifted(slipped, pairs) else { continue }
      let before = [UInt32](repeating: 0xFFFD, count: isHead ? 1 : start - run.lowerBound + 1)
      repair.replace(run, with: before + shifted + (isHead ? [] : [0xFFFD]))
    }
  }

  /// `slipped` in step again, without its first byte; nil where that proves nothing.
  private func shifted(_ slipped: ArraySlice<UInt32>, _ pairs: BytePairs) -> [UInt32]? {
    guard let bytes = pairs.bytes(of: slipped) else { return nil }
    let shifted = pairs.scalars(of: bytes.dropFirst())
    // A private-use character shows a decoder that kept every pair. One that drops what means nothing leaves
    // seams with wrong characters, common by chance: 门亦跑一癸 for 门要多跑一公.
    guard slipped.contains(where: Self.isPrivate), !shifted.contains(0), shifted.count >= Self.shortest else {
      return nil
    }
    let (after, before) = (share(of: shifted, pairs), share(of: slipped.filter { $0 > 0x7F }, pairs))
    return after >= 0.95 && after - before >= 0.3 ? shifted : nil
  }

  /// The share of common characters, marks not counted; traditional ones are as common as their simple forms.
  private func share(of scalars: [UInt32], _ pairs: BytePairs) -> Double {
    let words = scalars.filter { !$0.isChineseMark }
    let common = tables.simplified(words).count(where: pairs.isCommon)
    return words.isEmpty ? 0 : Double(common) / Double(words.count)
  }

  /// The stretch that the ? at `place` marks as slipped: after `?；` up to the Latin letter that swallowed the
  /// odd byte, else up to a ? directly before a half-width mark.
  private static func run(at place: Int, _ scalars: [UInt32]) -> Range<Int>? {
    guard scalars[place] == 0x3F, place > 0, place + 1 < scalars.count, mayBelong(scalars[place - 1]) else {
      return nil
    }
    if scalars[place + 1] == 0xFF1B {
      let end = scalars[(place + 2)...].prefix(longest).prefix(while: mayBelong).endIndex
      return end < scalars.count && scalars[end].isLetter ? place..<end + 1 : nil
    }
    guard scalars[place + 1] == 0x2C || scalars[place + 1] == 0x28 else { return nil }
    let start = scalars[..<place].suffix(longest).reversed().prefix(while: mayBelong).count
    return place - start..<place + 1
  }

  /// Slipped bytes read as Han, as full-width letters or as characters for private use.
  private static func mayBelong(_ scalar: UInt32) -> Bool {
    scalar.isHan || (0xFF21...0xFF5A).contains(scalar) || isPrivate(scalar)
  }

  private static func isPrivate(_ scalar: UInt32) -> Bool { (0xE000...0xF8FF).contains(scalar) }
}
