// SPDX-License-Identifier: Apache-2.0

/// The rows of one table after all layers, in the order of their files.
package struct Table: Sendable {
  /// One line: its cells, and where it stands.
  package struct Row: Sendable, Hashable {
    package var cells: [String]
    package var path: String
    package var line: Int

    /// The cell of a column, or nil where it is empty or left out.
    package subscript(column: Int) -> String? {
      column < cells.count && !cells[column].isEmpty ? cells[column] : nil
    }

    /// An error that points at this row.
    package func error(_ problem: String, expected: String) -> LexiconError {
      LexiconError(path: path, line: line, problem: problem, expected: expected)
    }
  }

  package let name: TableName
  package private(set) var rows: [Row] = []

  init(name: TableName) { self.name = name }

  /// Lays a file over what is there: the same key replaces, `-key` removes.
  mutating func lay(_ file: LexiconFile) throws(LexiconError) {
    var places: [String: Int] = [:]
    for (place, row) in rows.enumerated() { places[row.cells[0]] = place }
    var removed: Set<Int> = []
    for row in try Self.rows(of: file, name) {
      let key = row.cells[0]
      if key.hasPrefix("-"), key.count > 1 {
        if let place = places.removeValue(forKey: String(key.dropFirst())) { removed.insert(place) }
      } else if let place = places[key] {
        rows[place] = row
      } else {
        places[key] = rows.count
        rows.append(row)
      }
    }
    if !removed.isEmpty {
      rows = rows.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
    }
  }

  private static func rows(of file: LexiconFile, _ name: TableName) throws(LexiconError) -> [Row] {
    var rows: [Row] = []
    var number = 0
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      rows.append(try row(line, file.path, number, name))
    }
    return rows
  }

  private static func row(
    _ line: ArraySlice<UInt8>, _ path: String, _ number: Int, _ name: TableName
  ) throws(LexiconError) -> Row {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    let row = Row(cells: cells, path: path, line: number)
    let form = name.columns.joined(separator: "<tab>")
    if cells[0].isEmpty { throw row.error("the first column is empty", expected: form) }
    if cells[0].hasPrefix("-"), cells.count == 1 { return row }
    if cells.count > name.columns.count {
      throw row.error("\(cells.count) columns", expected: "at most \(name.columns.count): \(form)")
    }
    for column in 0..<name.required where row[column] == nil {
      throw row.error("no \(name.columns[column])", expected: form)
    }
    for (column, choices) in name.choices.sorted(by: { $0.key < $1.key }) where !choices.contains(row[column] ?? "") {
      throw row.error(
        "\(name.columns[column]) is “\(row[column] ?? "")”", expected: "one of \(choices.sorted().joined(separator: ", "))")
    }
    return row
  }
}
