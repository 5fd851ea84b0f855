// SPDX-License-Identifier: Apache-2.0

/// Rows with commas between cells, as RFC 4180 has them.
enum CSV {
  /// What makes Excel and WPS take a file for UTF-8 and not for GBK.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// One line; cells with a comma, a quote or a line end stand in quotes.
  static func line(_ cells: [Cell]) -> [UInt8] {
    Array((cells.map(text).joined(separator: ",") + "\r\n").utf8)
  }

  /// A cell: foreign text, or what we made ourselves.
  enum Cell {
    case text(String?)
    case value(String?)
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .value(let value): quoted(value ?? "")
    // A table program would take such a text for a formula and run it.
    case .text(let text):
      quoted(text.map { text in text.first.map { "=+-@\t".contains($0) } == true ? "'" + text : text } ?? "")
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
