// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc

/// What standard output was when the program began: how wide, and whether it shows colours.
///
/// Asked once, before a pager stands between. Text that is piped is broken at 80 columns and has no escape
/// sequences, and its tables are whole. `SYSTEMD_COLORS` and `NO_COLOR` count as they do for systemctl.
enum Terminal {
  /// True where somebody looks at it, through a pager or not.
  static let isThere = isatty(STDOUT_FILENO) == 1

  /// The columns to lay out for, never fewer than 40.
  static var width: Int { max(columns ?? 80, 40) }

  /// The columns that a table is cut to; nil where it is piped or `--full` was given.
  static var limit: Int? { showsWhole ? nil : columns.map { max($0, 40) } }

  /// What `--full` asks for: nothing is cut. Set once, before anything is printed.
  nonisolated(unsafe) static var showsWhole = false

  static let showsColours = asksForColours ?? (isThere && variable("NO_COLOR") == nil && !isDumb)

  /// An environment variable that is set and not empty.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static let columns: Int? = {
    if let asked = variable("COLUMNS").flatMap({ Int($0) }), asked > 0 { return asked }
    let columns = Int(minuted_terminal_columns(STDOUT_FILENO))
    return columns > 0 ? columns : nil
  }()

  private static let isDumb = variable("TERM").map { $0 == "dumb" } ?? true

  /// What SYSTEMD_COLORS says: it counts for pipes too, and before NO_COLOR.
  private static var asksForColours: Bool? {
    switch variable("SYSTEMD_COLORS")?.lowercased() {
    case "0", "no", "n", "false", "f", "off": false
    case "1", "yes", "y", "true", "t", "on", "16", "256", "24bit", "auto-16", "auto-256", "auto-24bit": true
    default: nil
    }
  }
}

/// Words made to stand out; without colours the same words say the same.
extension Terminal {
  /// Bold on a terminal, as it is elsewhere.
  static func strong(_ text: String) -> String { inked(text, "1") }

  /// Dimmed on a terminal, as it is elsewhere.
  static func faint(_ text: String) -> String { inked(text, "2") }

  /// Green on a terminal: as it should be.
  static func good(_ text: String) -> String { inked(text, "1;32") }

  /// Red on a terminal: somebody has to do something.
  static func bad(_ text: String) -> String { inked(text, "1;31") }

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
