// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import FoundationEssentials

/// Tables as RFC 4180 has them: commas, quotes where they are needed, lines that end in CR LF.
package enum CSVText {
  /// A header and the rows under it.
  package static func text(header: [String], rows: [[CSVCell]]) -> String {
    ([header.map(CSVCell.text)] + rows).map(line).joined()
  }

  /// One row, with its line end.
  package static func line(_ row: [CSVCell]) -> String { row.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ cell: CSVCell) -> String {
    switch cell {
    case .empty: ""
    case .integer(let number): String(number)
    case .number(let number): number.description
    case .text(let text): quoted(Sanitised.text(text))
    }
  }

  private static func quoted(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes =
      safe.utf8.contains { "\",\r\n".utf8.contains($0) } || safe.hasPrefix(" ") || safe.hasSuffix(" ")
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
