// SPDX-License-Identifier: Apache-2.0

/// What every row of a table must look like.
struct TableForm {
  private let columns: [String]
  private let required: Int
  private let forms: [(column: Int, form: CellForm)]

  init(_ name: TableName) {
    columns = name.columns
    required = name.required
    forms = name.forms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Throws an error that points at the row and tells the expected form.
  func check(_ row: TableRow) throws(LexiconError) {
    let form = { columns.joined(separator: "<tab>") }
    if row[0] == nil { throw row.error("the first column is empty", expected: form()) }
    let count = row.count
    if count == 1, row.removedKey != nil { return }
    if count > columns.count {
      throw row.error("\(count) columns", expected: "at most \(columns.count): \(form())")
    }
    for column in 0..<required where row.bytes(column)?.isEmpty ?? true {
      throw row.error("no \(columns[column])", expected: form())
    }
    for (column, form) in forms where !form.holds(row[column]) {
      throw row.error("\(columns[column]) is “\(row[column] ?? "")”", expected: form.expectation)
    }
  }
}
