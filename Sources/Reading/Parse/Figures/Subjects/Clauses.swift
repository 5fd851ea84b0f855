// SPDX-License-Identifier: Apache-2.0

/// A paragraph cut at its marks: what stands between two of ，、；：。 outside quotes and brackets.
///
/// Marks have a strength, because verbs and subjects reach over 、 but not over ，, and frames of time over ，
/// but not
/// always over 。.
struct Clauses {
  /// How far a mark parts: 、 < ， < ； < 。.
  enum Mark: Int, Comparable {
    case item, comma, semicolon, stop

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    init?(_ scalar: UInt32) {
      switch scalar {
      case 0x3001: self = .item
      case 0xFF0C, 0x2C, 0xFF1A, 0x3A: self = .comma
      case 0xFF1B, 0x3B: self = .semicolon
      case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A: self = .stop
      default: return nil
      }
    }
  }

  struct Clause {
    var range: Range<Int>
    /// The mark before it.
    var opening: Mark
    /// The mark after it.
    var closing: Mark
  }

  /// An opening mark whose partner is further away than this parts nothing.
  private static let longestQuote = 60

  let list: [Clause]

  init(_ text: [UInt32], _ paragraph: Range<Int>) {
    var list: [Clause] = []
    var start = paragraph.lowerBound
    var opening = Mark.stop
    var place = start
    while place < paragraph.upperBound {
      if let close = Self.close(of: place, in: text, end: paragraph.upperBound) {
        place = close + 1
        continue
      }
      if let mark = Mark(text[place]), !Self.isInNumber(place, text, paragraph) {
        if place > start { list.append(Clause(range: start..<place, opening: opening, closing: mark)) }
        opening = place > start ? mark : max(mark, opening)
        start = place + 1
      }
      place += 1
    }
    if start < paragraph.upperBound {
      list.append(Clause(range: start..<paragraph.upperBound, opening: opening, closing: .stop))
    }
    self.list = list
  }

  /// The clause that begins at `place` or behind it, by bisection.
  func first(after place: Int) -> Clause? {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < list.count ? list[low] : nil
  }

  static func isMark(_ scalar: UInt32) -> Bool { Mark(scalar) != nil }

  static func isStop(_ scalar: UInt32) -> Bool { Mark(scalar) == .stop }

  /// Where the quote or bracket that opens at `place` closes, or nil.
  static func close(of place: Int, in text: [UInt32], end: Int) -> Int? {
    guard let closing = closing(text[place]) else { return nil }
    var next = place + 1
    while next < min(end, place + longestQuote) {
      if text[next] == closing { return next }
      next += 1
    }
    return nil
  }

  static func opensQuote(_ scalar: UInt32) -> Bool { closing(scalar) != nil }

  /// The closing mark of an opening one.
  private static func closing(_ scalar: UInt32) -> UInt32? {
    if scalar.isIdeograph { return nil }
    return switch scalar {
    case 0x201C: 0x201D
    case 0x2018: 0x2019
    case 0x300A: 0x300B
    case 0x300C: 0x300D
    case 0x3010: 0x3011
    case 0xFF08: 0xFF09
    case 0x28: 0x29
    default: nil
    }
  }

  /// 1,234 and 3:1 are not parted.
  private static func isInNumber(_ place: Int, _ text: [UInt32], _ paragraph: Range<Int>) -> Bool {
    guard text[place] == 0x2C || text[place] == 0x3A || text[place] == 0xFF1A, place > paragraph.lowerBound,
      place + 1 < paragraph.upperBound
    else { return false }
    return NumeralScalar.arabic(text[place - 1]) != nil && NumeralScalar.arabic(text[place + 1]) != nil
  }
}
