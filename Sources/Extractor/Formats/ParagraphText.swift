// SPDX-License-Identifier: Apache-2.0

/// Paragraphs and table rows of an office document as their elements open and close.
///
/// Paragraphs may stand in one another (text boxes). What becomes of a row's cells is `RowText`'s business;
/// rows within rows are part of their cell.
struct ParagraphText {
  /// Local names of the elements that matter; `text` is the one that all text stands in, where there is one.
  struct Names {
    var row: String
    var cell: String
    var paragraphs: Set<String>
    var text: String?
  }

  private struct Paragraph {
    var text: [UInt8] = []
    var label: [UInt8] = []
    var isDropped = false
    var isJoined = false
  }

  private let names: Names
  private var paragraphs: [Paragraph] = []
  /// The text of paragraphs whose end was deleted: it begins the next.
  private var carried: [UInt8] = []
  private var row = RowText()
  private var rows = 0
  private var texts = 0
  /// True until a block was written.
  private(set) var isEmpty = true

  init(_ names: Names) { self.names = names }

  /// True where characters are words of the document and no white space of its file.
  var isInText: Bool { !paragraphs.isEmpty && (names.text == nil || texts > 0) }

  mutating func open(_ name: String) {
    if names.paragraphs.contains(name) { paragraphs.append(Paragraph()) }
    if name == names.text { texts += 1 }
    if name == names.row { rows += 1 }
  }

  mutating func close(_ name: String, into writer: inout FrameWriter) {
    if names.paragraphs.contains(name), let closed = paragraphs.popLast() { end(closed, into: &writer) }
    if name == names.text { texts -= 1 }
    if name == names.cell, rows == 1 { row.endCell() }
    if name == names.row {
      rows -= 1
      if rows == 0 { for block in row.end() { writer.block(block) } }
    }
  }

  mutating func append(_ bytes: [UInt8]) {
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text += bytes }
  }

  /// The number that the paragraph has from its list: `一、`. An empty paragraph shows none.
  mutating func label(_ label: String) {
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].label = Array(label.utf8) }
  }

  /// The paragraph is no text of the document.
  mutating func drop() { if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].isDropped = true } }

  /// The paragraph's end was deleted: it goes on in the next.
  mutating func join() { if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].isJoined = true } }

  /// A line break within a paragraph: people use it for a new one.
  mutating func breakLine(into writer: inout FrameWriter) {
    guard let open = paragraphs.popLast() else { return }
    var next = Paragraph()
    (next.isDropped, next.isJoined) = (open.isDropped, open.isJoined)
    var ended = open
    ended.isJoined = false
    end(ended, into: &writer)
    paragraphs.append(next)
  }

  private mutating func end(_ paragraph: Paragraph, into writer: inout FrameWriter) {
    if paragraph.isDropped { return }
    let text = carried + paragraph.text
    carried = paragraph.isJoined ? text : []
    guard !paragraph.isJoined, text.contains(where: { $0 > 0x20 }) else { return }
    isEmpty = false
    if rows > 0 { row.add(paragraph.label + text) } else { writer.block(paragraph.label + text) }
  }
}
