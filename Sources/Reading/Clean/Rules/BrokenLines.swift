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

  /// A line that is not empty, and which marks it holds.
  private struct Line {
    var range: Range<Int>
    var hasStop = false
    var hasComma = false
  }

  func concerns(_ text: ScalarText) -> Bool { text.signs.contains(.newline) }

  func apply(to repair: inout Repair) {
    let scalars = repair.source.scalars
    let lines = Self.lines(of: scalars)
    let wrapped = Self.breaks(in: scalars, lines, wrapped: false).count >= Self.several
    for next in Self.breaks(in: scalars, lines, wrapped: wrapped) {
      repair.cut(lines[next - 1].range.upperBound..<lines[next].range.lowerBound)
    }
  }

  /// The numbers of the lines that continue the line before them.
  private static func breaks(in scalars: [UInt32], _ lines: [Line], wrapped: Bool) -> [Int] {
    var found: [Int] = []
    var hasStop = false
    var hasComma = false
    for number in lines.indices {
      if number > 0 {
        let joint = Joint(scalars: scalars, before: lines[number - 1].range, after: lines[number].range)
        let long = lines[number - 1].range.count >= shortest
        if joint.isBroken(hasStop: hasStop, wrapped: wrapped && hasComma && long) {
          found.append(number)
        } else {
          hasStop = false
          hasComma = false
        }
      }
      hasStop = hasStop || lines[number].hasStop
      hasComma = hasComma || lines[number].hasComma
    }
    return found
  }

  private static func lines(of scalars: [UInt32]) -> [Line] {
    var lines: [Line] = []
    var line = Line(range: 0..<0)
    for (place, scalar) in scalars.enumerated() where !scalar.isIdeograph {
      switch scalar {
      case 0x3002: line.hasStop = true
      case 0x2C, 0xFF0C: line.hasComma = true
      case 0x0A:
        line.range = line.range.lowerBound..<place
        if !line.range.isEmpty { lines.append(line) }
        line = Line(range: place + 1..<place + 1)
      default: break
      }
    }
    line.range = line.range.lowerBound..<scalars.count
    return line.range.isEmpty ? lines : lines + [line]
  }
}
