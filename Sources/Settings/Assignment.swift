// SPDX-License-Identifier: Apache-2.0

/// A line `Key=value` of a configuration file in the syntax of systemd.
///
/// White space around key and value is gone, continued lines are joined by one space. `place` is the line it
/// began on.
struct Assignment: Sendable, Hashable {
  /// Nil where the line stands before any section.
  var section: String?
  var key: String
  var value: String
  var place: Place
}

extension Assignment {
  /// All assignments of a file, in order; see systemd.syntax(7).
  ///
  /// `#` and `;` begin comments, also between continued lines; a backslash at the end of a line continues it.
  /// A line that is none of this stops the start: half a configuration is worse than none.
  static func all(in file: ConfigurationFile) throws(StartupError) -> [Assignment] {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw StartupError("this is not UTF-8", at: Place(file: file.path), hint: "save the file as UTF-8")
    }
    var section: String?
    var assignments: [Assignment] = []
    for line in logicalLines(of: text) {
      let place = Place(file: file.path, line: line.number)
      if line.text.hasPrefix("[") {
        section = try heading(line.text, at: place)
      } else {
        assignments.append(try assignment(line.text, in: section, at: place))
      }
    }
    return assignments
  }

  private static func heading(_ text: String, at place: Place) throws(StartupError) -> String {
    guard text.hasSuffix("]") else {
      throw StartupError(
        "“\(text)” does not close its bracket", at: place, hint: "write a section as [Minuted]")
    }
    return String(text.dropFirst().dropLast())
  }

  private static func assignment(
    _ text: String, in section: String?, at place: Place
  ) throws(StartupError) -> Assignment {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw StartupError(
        "“\(text)” is no assignment", at: place, hint: "write Key=value, or # before a comment")
    }
    return Assignment(
      section: section, key: trimmed(text[..<equals]), value: trimmed(text[text.index(after: equals)...]),
      place: place)
  }

  /// The lines that count, with continued ones joined, and the number each began on.
  private static func logicalLines(of text: String) -> [(number: Int, text: String)] {
    var lines: [(number: Int, text: String)] = []
    var open: (number: Int, text: String)?
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      var line = trimmed(raw)
      // A comment does not end a continued line, as in systemd.
      if line.hasPrefix("#") || line.hasPrefix(";") { continue }
      let continues = line.hasSuffix("\\")
      if continues { line = trimmed(line.dropLast()) }
      let joined = open.map { ($0.number, $0.text + " " + line) } ?? (index + 1, line)
      if continues { open = joined } else { lines.append(joined); open = nil }
    }
    if let open { lines.append(open) }
    return lines.map { ($0.number, trimmed($0.text)) }.filter { !$0.text.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let head = text.drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
