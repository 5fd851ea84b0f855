// SPDX-License-Identifier: Apache-2.0

/// Lines broken inside a sentence, a number or a bracket are joined, over blank lines too.
///
/// A break is certain where the line before ends in a comma or an open bracket, where the next begins with a
/// mark that cannot begin a line, or where the paragraph so far has a full stop and none at its end. Where a
/// text has several of these it was wrapped, and then a line with a comma and no end is taken for broken too.
/// Headings have no full stop and mostly no comma; what opens a block of its own (一是, 1., （一）, a date) is
/// never drawn up to the line before.
struct BrokenLines: CleaningRule {
  let name = "broken-line"

  /// So many certain breaks make a text a wrapped one.
  private static let several = 3
  /// A line shorter than this, in a wrapped text, is a heading rather than a piece of one.
  private static let shortest = 16

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    let lines = Self.lines(of: scalars)
    let wrapped = Self.breaks(in: scalars, lines, wrapped: false).count >= Self.several
    for next in Self.breaks(in: scalars, lines, wrapped: wrapped) {
      repair.cut(lines[next - 1].upperBound..<lines[next].lowerBound)
    }
  }

  /// The numbers of the lines that continue the line before them.
  private static func breaks(in scalars: [UInt32], _ lines: [Range<Int>], wrapped: Bool) -> [Int] {
    var found: [Int] = []
    var hasStop = false
    var hasComma = false
    for number in lines.indices {
      if number > 0 {
        let joint = Joint(scalars: scalars, before: lines[number - 1], after: lines[number])
        let long = lines[number - 1].count >= shortest
        if joint.isBroken(hasStop: hasStop, wrapped: wrapped && hasComma && long) {
          found.append(number)
        } else {
          hasStop = false
          hasComma = false
        }
      }
      for scalar in scalars[lines[number]] {
        hasStop = hasStop || scalar == 0x3002
        hasComma = hasComma || scalar == 0x2C || scalar == 0xFF0C
      }
    }
    return found
  }

  /// The lines that are not empty.
  private static func lines(of scalars: [UInt32]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in 0...scalars.count where place == scalars.count || scalars[place] == 0x0A {
      if place > start { lines.append(start..<place) }
      start = place + 1
    }
    return lines
  }
}
