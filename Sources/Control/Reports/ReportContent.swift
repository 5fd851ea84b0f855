// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Pages

/// What a report says, in the forms it can be written in.
struct ReportContent {
  /// For people: HTML and Markdown.
  let sheet: Sheet
  /// For tables: a header and rows.
  let table: (header: [String], rows: [[CSVCell]])
  /// For programs: one object a line.
  let objects: [JSONValue]

  /// The whole file in a format.
  func bytes(_ format: ReportFormat) -> [UInt8] {
    switch format {
    case .html: HTMLWriter.write(sheet)
    case .markdown: Array(MarkdownWriter.text(sheet).utf8)
    case .csv: Array(CSVText.text(header: table.header, rows: table.rows).utf8)
    case .json: objects.flatMap { $0.text() + [0x0A] }
    }
  }
}
