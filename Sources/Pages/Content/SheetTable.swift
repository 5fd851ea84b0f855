// SPDX-License-Identifier: Apache-2.0

/// A table with a caption, a header for each column, and in each row a header in its first cell.
package struct SheetTable: Sendable, Hashable {
  package var caption: String
  package var header: [String]
  package var rows: [[[Inline]]]
  /// Columns of numbers, which stand to the right.
  package var numeric: Set<Int>
  package var shape: Shape

  /// What becomes of it where it is wider than the window.
  package enum Shape: Sendable, Hashable {
    /// Its cells break their lines.
    case plain
    /// It is moved within its frame, and not the page.
    case wide
    /// Each row becomes a block, its cells under each other with the heads of their columns.
    case cards
  }

  package init(
    caption: String, header: [String], rows: [[[Inline]]], numeric: Set<Int> = [], shape: Shape = .plain
  ) {
    self.caption = caption
    self.header = header
    self.rows = rows
    self.numeric = numeric
    self.shape = shape
  }
}
