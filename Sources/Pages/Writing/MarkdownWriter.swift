// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// A sheet as Markdown, for wikis and mails: charts become lists, plots the numbers that they draw.
package enum MarkdownWriter {
  /// The whole text.
  package static func text(_ sheet: Sheet) -> String {
    var parts = ["# " + escaped(sheet.headline)]
    parts += sheet.warnings.map { "> **\(escaped($0))**" }
    parts += sheet.lead.map(line)
    for section in sheet.sections {
      parts.append("## " + escaped(section.heading))
      parts += section.blocks.flatMap(block)
    }
    if !sheet.foot.isEmpty { parts.append("---") }
    parts += sheet.foot.map(line)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let text): [line(text)]
    case .heading(let text): ["### " + escaped(text)]
    case .rows(let rows): [rows.flatMap(row).joined(separator: "\n")]
    case .table(let table): ["**\(escaped(table.caption))**", self.table(table)]
    case .ranks(let chart):
      ["**\(escaped(chart.title))**", chart.sentences.map { "- " + escaped($0) }.joined(separator: "\n")]
    case .findings(let findings): findings.flatMap(finding)
    case .notes(let notes):
      [notes.enumerated().map { "\($0.offset + 1). " + line($0.element) }.joined(separator: "\n")]
    }
  }

  private static func row(_ row: Block.Row) -> [String] {
    let label = row.label.isEmpty ? "" : "**\(escaped(row.label))** "
    return row.items.map { "- " + label + line($0) }
  }

  private static func table(_ table: SheetTable) -> String {
    func cells(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = table.header.indices.map { table.numeric.contains($0) ? "---:" : "---" }
    return ([cells(table.header.map(escaped)), cells(rule)] + table.rows.map { cells($0.map(line)) })
      .joined(separator: "\n")
  }

  private static func finding(_ finding: Block.Finding) -> [String] {
    [line(finding.story)]
      + finding.quotations.map { quotation in
        let label = quotation.label.isEmpty ? "" : escaped(quotation.label) + "："
        return "> \(label)\(escaped(quotation.words))\n>\n> — \(line(quotation.place))"
      }
  }

  private static func line(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .faint(let text), .link(let text, _), .address(let text), .bar(let text, _):
        escaped(text)
      case .strong(let text), .mark(let text), .inserted(let text): marked(text, "**")
      case .deleted(let text): marked(text, "~~")
      case .note(let number): "\\[\(number)\\]"
      case .plot(let plot): escaped(plot.summary)
      }
    }.joined()
  }

  /// Marks stand at the words and not at the spaces around them, or they are none.
  private static func marked(_ text: String, _ mark: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let first = words.firstIndex(where: { !$0.isEmpty }),
      let last = words.lastIndex(where: { !$0.isEmpty })
    else { return text }
    let inner = words[first...last].joined(separator: " ")
    let (before, after) = (
      String(repeating: " ", count: first), String(repeating: " ", count: words.count - 1 - last)
    )
    return before + mark + escaped(inner) + mark + after
  }

  /// Nothing foreign is a mark, a link or HTML.
  private static func escaped(_ text: String) -> String {
    var safe = ""
    for character in Sanitised.text(text) {
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", ">", "!": safe += "\\\(character)"
      default: safe.append(character)
      }
    }
    return safe
  }
}
