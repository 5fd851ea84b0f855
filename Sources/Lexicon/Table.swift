// SPDX-License-Identifier: Apache-2.0

/// The rows of one table after all layers, in the order of their files.
package struct Table: Sendable {
  package let name: TableName
  package private(set) var rows: [TableRow] = []

  init(name: TableName) { self.name = name }

  /// Lays a file over what is there: the same key replaces, `-key` removes.
  mutating func lay(_ file: LexiconFile) throws(LexiconError) {
    var places: [TableRow.Key: Int] = [:]
    places.reserveCapacity(rows.count + file.bytes.count / 16)
    for (place, row) in rows.enumerated() { places[row.keyBytes] = place }
    var removed: Set<Int> = []
    for row in try Self.rows(of: file, name) {
      if let key = row.removedKey {
        if let place = places.removeValue(forKey: key) { removed.insert(place) }
      } else if let place = places[row.keyBytes] {
        rows[place] = row
      } else {
        places[row.keyBytes] = rows.count
        rows.append(row)
      }
    }
    if !removed.isEmpty {
      rows = rows.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
    }
  }

  private static func rows(of file: LexiconFile, _ name: TableName) throws(LexiconError) -> [TableRow] {
    let form = TableForm(name)
    var rows: [TableRow] = []
    var cells: [ArraySlice<UInt8>] = []
    var number = 0
    var start = 0
    while start < file.bytes.count {
      number += 1
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      let trimmed = end > start && file.bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      if trimmed > start, file.bytes[start] != UInt8(ascii: "#") {
        let row = TableRow(file: file, range: start..<trimmed, line: number)
        try form.check(row, &cells)
        rows.append(row)
      }
      start = end + 1
    }
    return rows
  }
}
