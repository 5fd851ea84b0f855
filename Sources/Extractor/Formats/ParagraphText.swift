// SPDX-License-Identifier: Apache-2.0

/// Paragraphs and table rows of an office document as their elements open and close.
///
/// Paragraphs may stand in one another (text boxes). The cells of a row become one block where they state
/// facts, “老旧小区改造 | 218个 | 240个”; a table that lays out a page gives its paragraphs one by one.
struct ParagraphText {
  /// No cell of a table of facts is longer.
  private static let longestCell = 60

  private let names: Names
  private var paragraphs: [[UInt8]] = []
  /// The paragraphs of each cell of the row that is open; rows within rows are part of their cell.
  private var cells: [[[UInt8]]] = []
  private var rows = 0
  private var texts = 0
  /// True until a block was written.
  private(set) var isEmpty = true

  /// Local names of the elements that matter; `text` is the one that all text stands in, where there is one.
  struct Names {
    var row: String
    var cell: String
    var paragraphs: Set<String>
    var text: String?
  }

  init(_ names: Names) { self.names = names }

  /// True where characters are words of the document and no white space of its file.
  var isInText: Bool { !paragraphs.isEmpty && (names.text == nil || texts > 0) }

  mutating func open(_ name: String) {
    if names.paragraphs.contains(name) { paragraphs.append([]) }
    if name == names.text { texts += 1 }
    if name == names.row { rows += 1 }
    if name == names.cell, rows == 1 { cells.append([]) }
  }

  mutating func close(_ name: String, into writer: inout FrameWriter) {
    if names.paragraphs.contains(name) { end(paragraphs.popLast() ?? [], into: &writer) }
    if name == names.text { texts -= 1 }
    if name == names.row {
      rows -= 1
      if rows == 0 { endRow(into: &writer) }
    }
  }

  mutating func append(_ bytes: [UInt8]) {
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += bytes }
  }

  /// A line break within a paragraph: people use it for a new one.
  mutating func breakLine(into writer: inout FrameWriter) {
    guard let open = paragraphs.popLast() else { return }
    end(open, into: &writer)
    paragraphs.append([])
  }

  private mutating func end(_ paragraph: [UInt8], into writer: inout FrameWriter) {
    guard paragraph.contains(where: { $0 > 0x20 }) else { return }
    isEmpty = false
    if cells.isEmpty { writer.block(paragraph) } else { cells[cells.count - 1].append(paragraph) }
  }

  private mutating func endRow(into writer: inout FrameWriter) {
    let isFacts = cells.count > 1 && cells.allSatisfy { $0.joined().scalarCount <= Self.longestCell }
    if isFacts {
      writer.block(Array(cells.map { Array($0.joined()) }.joined(separator: Array("　　".utf8))))
    } else {
      for paragraph in cells.joined() { writer.block(paragraph) }
    }
    cells = []
  }
}

extension Sequence<UInt8> {
  /// How many characters of UTF-8 begin here.
  var scalarCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
