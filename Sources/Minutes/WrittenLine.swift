// SPDX-License-Identifier: Apache-2.0

/// What a person writes for others to read, a reason or a name, as it is kept: in one line.
///
/// It stands in entries, digests and tables, where a line break would make a line of its own, and a reason of
/// white space would be none.
///
/// Example: “　误传\n的稿子 ” is kept as “误传 的稿子”.
package enum WrittenLine {
  /// The most characters (Unicode scalars) that are taken: far fewer than a request has room for.
  package static let most = 2_000

  /// Without white space and controls at its ends; a line break within it, like any control, is one space.
  package static func text(_ written: String) -> String {
    written.unicodeScalars.split(whereSeparator: isBreak).map(trimmed).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// True for what is longer than is taken.
  package static func isTooLong(_ written: String) -> Bool { written.unicodeScalars.count > most }

  private static func trimmed(_ line: Substring.UnicodeScalarView) -> String {
    var line = line.drop(while: isBlank)
    while let last = line.last, isBlank(last) { line.removeLast() }
    return String(Substring(line))
  }

  /// White space of any script, and what shows nothing at all, such as U+200B.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
