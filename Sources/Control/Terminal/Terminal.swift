// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc

/// What standard output is: how wide, and whether it shows colours.
///
/// Piped output is laid out for 80 columns and has no escape sequences; `NO_COLOR` turns them off anywhere.
enum Terminal {
  /// The columns to lay out for, never fewer than 40.
  static var width: Int {
    let asked = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
    let columns = Int(minuted_terminal_columns(STDOUT_FILENO))
    return max(asked ?? (columns > 0 ? columns : 80), 40)
  }

  static let showsColours: Bool = {
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    return isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil && !isDumb
  }()

  /// Bold on a terminal, as it is elsewhere.
  static func strong(_ text: String) -> String { inked(text, "1") }

  /// Dimmed on a terminal, as it is elsewhere.
  static func faint(_ text: String) -> String { inked(text, "2") }

  /// The ends of words that are shown where they stand, while lines are still to be broken: one column each.
  static let marks: (start: String, end: String) = ("\u{E000}", "\u{E001}")

  /// A line with such words bold and coloured on a terminal, in 【】 elsewhere.
  static func showing(_ line: String) -> String {
    let (start, end) = showsColours ? ("\u{1B}[1;33m", "\u{1B}[0m") : ("【", "】")
    return line.replacing(marks.start, with: start).replacing(marks.end, with: end)
  }

  private static func inked(_ text: String, _ code: String) -> String {
    showsColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
