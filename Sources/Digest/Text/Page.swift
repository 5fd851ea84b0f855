// SPDX-License-Identifier: Apache-2.0

/// A whole digest as lines, made to fit: at most 36 lines of 80 columns and 3,000 bytes.
///
/// The three lines of the head are a text of their own, since journalctl shows no more on a narrow terminal.
/// What does not fit is taken from the rows that weigh least, last item first, and counted: `…另有12项：minutectl
/// digest 7f3a91c2`.
struct Page: Sendable {
  static let width = 80
  static let mostLines = 36
  static let mostBytes = 3_000

  /// The story and the line under it.
  var head: [String]
  var sections: [Section]
  var foot: [Section]
  /// How the rest can be seen.
  var more: String
  var voice: Voice

  /// The text, with newlines between lines.
  func text() -> String {
    var sections = sections
    // Breaking lines is most of the work: only the section that lost an item is laid out again.
    var laid = sections.map(lines)
    let (top, bottom) = (head.map { Columns.cut($0, to: Self.width) }, foot.flatMap(lines))
    var left = 0
    while true {
      let note = left > 0 ? [voice(.more, "\(left)", more)] : []
      let lines = top + laid.joined() + note + bottom
      let fits =
        lines.count <= Self.mostLines
        && lines.reduce(lines.count - 1) { $0 + $1.utf8.count } <= Self.mostBytes
      guard !fits, let changed = Self.shorten(&sections) else { return lines.joined(separator: "\n") }
      laid[changed] = self.lines(sections[changed])
      left += 1
    }
  }

  /// All of it, however long.
  func whole() -> String {
    let top = head.map { Columns.cut($0, to: Self.width) }
    return (top + sections.flatMap(lines) + foot.flatMap(lines)).joined(separator: "\n")
  }

  private func lines(_ section: Section) -> [String] { section.lines(width: Self.width, voice) }

  /// Takes the last item of the row that weighs least; returns its section, or nil where there is none left.
  private static func shorten(_ sections: inout [Section]) -> Int? {
    var least: (section: Int, row: Int, keep: Int)?
    for (place, section) in sections.enumerated() {
      for (row, value) in section.rows.enumerated() where !value.items.isEmpty {
        // The further down a list, the less an item is worth: a tenth figure goes before another row's first.
        // But its first two stay as long as they can: a digest without a figure tells half of the year.
        let first = value.items.count <= 2 ? 30 : 0
        let keep = value.keep + first - 3 * (value.items.count - 1)
        if keep <= least?.keep ?? .max { least = (place, row, keep) }
      }
    }
    guard let least else { return nil }
    sections[least.section].rows[least.row].items.removeLast()
    sections[least.section].rows.removeAll { $0.items.isEmpty }
    return least.section
  }
}
