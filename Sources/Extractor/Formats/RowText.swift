// SPDX-License-Identifier: Apache-2.0

/// The row of a table as its cells are told: one block where it states facts, “老旧小区改造 | 218个 | 240个”,
/// else its paragraphs one by one, as of a table that lays out a page.
struct RowText {
  /// No cell of a table of facts is longer.
  private static let longestCell = 60

  /// The paragraphs of the cells that are closed, and of the one that is open.
  private var cells: [[[UInt8]]] = []
  private var cell: [[UInt8]] = []

  mutating func add(_ paragraph: [UInt8]) { cell.append(paragraph) }

  mutating func endCell() {
    cells.append(cell)
    cell = []
  }

  /// The row's blocks; the next row begins.
  mutating func end() -> [[UInt8]] {
    if !cell.isEmpty { endCell() }
    defer { cells = [] }
    let isFacts =
      cells.count > 1 && !cells.joined().isEmpty
      && cells.allSatisfy { $0.joined().scalarCount <= Self.longestCell }
    guard isFacts else { return Array(cells.joined()) }
    return [Array(cells.map { Array($0.joined()) }.joined(separator: Array("　　".utf8)))]
  }
}

extension Sequence<UInt8> {
  /// How many characters of UTF-8 begin here.
  var scalarCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
