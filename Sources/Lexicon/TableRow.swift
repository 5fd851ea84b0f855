// SPDX-License-Identifier: Apache-2.0

/// One line of a table: its cells, and where it stands.
///
/// Thousands are read at every start of `minutectl read` and few are asked for their cells, so a row keeps its place in
/// the file's bytes and makes a String only of the cell that is asked for.
package struct TableRow: Sendable {
  /// A key as bytes: told apart byte by byte, where String would take two spellings of a character for one.
  struct Key: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  private let file: LexiconFile
  private let range: Range<Int>
  package let line: Int

  init(file: LexiconFile, range: Range<Int>, line: Int) {
    (self.file, self.range, self.line) = (file, range, line)
  }

  /// The file it stands in.
  package var path: String { file.path }

  /// The first cell, by which later layers replace the row; the word, in tables of words.
  package var key: String { String(decoding: bytes(0) ?? [], as: UTF8.self) }

  /// The first scalar of the key.
  var firstScalar: UInt32? { key.unicodeScalars.first?.value }

  /// The cell of a column, or nil where it is empty or left out.
  package subscript(column: Int) -> String? {
    guard let bytes = bytes(column), !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An error that points at this row.
  package func error(_ problem: String, expected: String) -> LexiconError {
    LexiconError(path: path, line: line, problem: problem, expected: expected)
  }

  var keyBytes: Key { Key(bytes: bytes(0) ?? []) }

  /// The key of the row that `-key` takes away, or nil where this is a row to keep.
  var removedKey: Key? {
    let key = keyBytes.bytes
    return key.count > 1 && key.first == UInt8(ascii: "-") ? Key(bytes: key.dropFirst()) : nil
  }

  /// Puts the bytes of all cells, empty ones included, in place of what `cells` held.
  func split(into cells: inout [ArraySlice<UInt8>]) {
    cells.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for place in range where file.bytes[place] == UInt8(ascii: "\t") {
      cells.append(file.bytes[start..<place])
      start = place + 1
    }
    cells.append(file.bytes[start..<range.upperBound])
  }

  /// The bytes of a cell, or nil where the row is shorter.
  func bytes(_ column: Int) -> ArraySlice<UInt8>? {
    var rest = file.bytes[range]
    for _ in 0..<column {
      guard let tab = rest.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      rest = rest[(tab + 1)...]
    }
    return rest.prefix { $0 != UInt8(ascii: "\t") }
  }
}
