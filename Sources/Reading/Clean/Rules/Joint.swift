// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// The place where one line ends and the next begins, and what its characters say about a break.
struct Joint {
  let scalars: [UInt32]
  let before: Range<Int>
  let after: Range<Int>

  /// The last character before the break; a gloss at the end of the line stands for the character it
  /// explains.
  private var last: UInt32 {
    let last = scalars[before.upperBound - 1]
    guard last == 0x29 || last == 0xFF09 else { return last }
    let open = scalars[before].suffix(9).lastIndex { $0 == 0x28 || $0 == 0xFF08 }
    guard let open, open > before.lowerBound, open + 2 < before.upperBound,
      scalars[open + 1..<before.upperBound - 1].allSatisfy({ $0 > 0x5F && $0 < 0x250 })
    else { return last }
    return scalars[open - 1]
  }
  private var first: UInt32 { scalars[after.lowerBound] }
  private var second: UInt32 { after.count > 1 ? scalars[after.lowerBound + 1] : 0 }

  /// Whether the two lines are one; `hasStop` says that the paragraph so far holds a full stop, `wrapped`
  /// that breaks are to be expected here.
  func isBroken(hasStop: Bool, wrapped: Bool) -> Bool {
    if Self.cannotBegin.contains(first) { return !Self.isEnd(last) || first == 0x29 || first == 0xFF09 }
    if Self.cannotEnd.contains(last) || isGloss || breaksNumber { return true }
    if Self.isEnd(last) || opensBlock { return false }
    return hasStop || wrapped || isRunning
  }

  /// A long line of clauses that stops in a word: no heading has so many.
  private var isRunning: Bool {
    guard before.count > Self.longestHeading, last.isHan else { return false }
    return before.count { scalars[$0] == 0x2C || scalars[$0] == 0xFF0C } >= 2
  }

  private static let longestHeading = 64

  /// `68.⏎5亿元`, and `11⏎80个` where a sentence runs.
  private var breaksNumber: Bool {
    guard first.isDigit, before.count > 1 else { return false }
    return last == 0x2E ? scalars[before.upperBound - 2].isDigit : last.isDigit && hasCommaBefore
  }

  /// `長⏎(zhǎng)`: a gloss goes with the character before it, and so does one that broke inside.
  private var isGloss: Bool {
    if first == 0x28 || first == 0xFF08 { return second > 0x5F && second < 0x250 }
    let open = scalars[before].suffix(8).lastIndex { $0 == 0x28 || $0 == 0xFF08 }
    guard let open, open > before.lowerBound, scalars[open - 1].isHan else { return false }
    return scalars[open + 1..<before.upperBound].allSatisfy { $0 > 0x5F && $0 < 0x250 } && first < 0x250
  }

  /// Whether the next line begins with something that opens a line of its own.
  private var opensBlock: Bool {
    if Self.openers.contains(first) { return true }
    let head = Array(scalars[after].prefix(8))
    let numerals = head.prefix { Self.numerals.contains($0) }.count
    if numerals > 0, numerals < head.count, Self.afterNumeral.contains(head[numerals]) { return true }
    let digits = head.prefix { $0.isDigit }.count
    if digits > 0, digits < head.count { return opensBlock(digits, head) }
    return head.first == 0x7B2C && head.count > 1 && Self.numerals.contains(head[1]) && !hasCommaBefore
  }

  /// `1.` `1、` `3月7日` `2023年` `00:11`, but not the `5亿元` of a broken number.
  private func opensBlock(_ digits: Int, _ head: [UInt32]) -> Bool {
    switch head[digits] {
    case 0x2E, 0xFF0E: !last.isDigit && digits < head.count - 1 && !head[digits + 1].isDigit
    case 0x3001, 0x3A: true
    case 0x6708, 0x5E74: !hasCommaBefore
    default: false
    }
  }

  /// A comma that parts clauses; that of 点击数：1,204 parts none.
  private var hasCommaBefore: Bool {
    before.contains { place in
      guard scalars[place] == 0x2C || scalars[place] == 0xFF0C else { return false }
      return place + 1 >= before.upperBound || !scalars[place + 1].isDigit
    }
  }

  private static func isEnd(_ scalar: UInt32) -> Bool { ends.contains(scalar) }

  private static let cannotBegin = ScalarSet("，。；、：！？）》”’」』,;:!?)%％·")
  private static let cannotEnd = ScalarSet("，、（《“‘「『(,")
  private static let ends = ScalarSet("。！？；：!?;:…”’」』）)】》~～|")
  private static let openers = ScalarSet("（(【［[#◆▲●■★※—-①②③④⑤⑥⑦⑧⑨⑩〔<")
  private static let numerals = ScalarSet("一二三四五六七八九十百")
  private static let afterNumeral = ScalarSet("是要、，.")
}
