// SPDX-License-Identifier: Apache-2.0

/// What every row of a table must look like.
///
/// Thousands of rows are checked at every start of `minutectl read`: they are looked at as bytes, and no String is made
/// but for an error.
struct TableForm {
  /// A column that is no free text, with the words it may hold where these are given one by one.
  private struct Column {
    var place: Int
    var form: CellForm
    var words: [[UInt8]]

    init(place: Int, form: CellForm) {
      (self.place, self.form) = (place, form)
      words = form.words.map { Array($0.utf8) }
    }

    func holds(_ cell: ArraySlice<UInt8>) -> Bool {
      if words.contains(where: { $0[...] == cell }) { return true }
      return form.holds(cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self))
    }
  }

  private let columns: [String]
  private let required: Int
  private let forms: [Column]

  init(_ name: TableName) {
    columns = name.columns
    required = name.required
    forms = name.forms.sorted { $0.key < $1.key }.map { Column(place: $0.key, form: $0.value) }
  }

  /// Throws an error that points at the row and tells the expected form; `cells` is room for its cells, used again row
  /// after row.
  func check(_ row: TableRow, _ cells: inout [ArraySlice<UInt8>]) throws(LexiconError) {
    row.split(into: &cells)
    if cells[0].isEmpty { throw row.error("the first column is empty", expected: form) }
    if cells.count == 1, row.removedKey != nil { return }
    if cells.count > columns.count {
      throw row.error("\(cells.count) columns", expected: "at most \(columns.count): \(form)")
    }
    for column in 0..<required where column >= cells.count || cells[column].isEmpty {
      throw row.error("no \(columns[column])", expected: form)
    }
    for column in forms where !column.holds(column.place < cells.count ? cells[column.place] : []) {
      throw row.error(
        "\(columns[column.place]) is “\(row[column.place] ?? "")”", expected: column.form.expectation)
    }
  }

  private var form: String { columns.joined(separator: "<tab>") }
}
