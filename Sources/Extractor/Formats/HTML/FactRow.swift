// SPDX-License-Identifier: Apache-2.0
internal import CXML

/// Tells rows that state facts, “老旧小区改造 | 218个 | 240个”, from rows that lay out a page.
enum FactRow {
  /// No cell of a table of facts is longer; a column of a page soon is.
  private static let longestCell = 60
  /// No row of facts is made of more nodes. It also bounds the look ahead, which each row of a page takes.
  private static let mostNodes = 200

  /// True for a row of two cells or more, each of them short and none with a layout of its own.
  static func `is`(_ row: xmlNodePtr) -> Bool {
    var (cells, length, nodes) = (0, 0, 0)
    guard var node = row.pointee.children else { return false }
    while true {
      nodes += 1
      if node.pointee.type == XML_ELEMENT_NODE {
        let name = PageWalk.name(node)
        if HTMLElements.layout.contains(name) { return false }
        if name == "td" || name == "th" { (cells, length) = (cells + 1, 0) }
      } else if node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content {
        length += PageWalk.bytes(content).lazy.filter { $0 > 0x20 }.prefix(4 * longestCell).scalarCount
      }
      if length > longestCell || nodes > mostNodes { return false }
      guard let next = successor(of: node, within: row) else { return cells >= 2 }
      node = next
    }
  }

  private static func successor(of node: xmlNodePtr, within row: xmlNodePtr) -> xmlNodePtr? {
    if let child = node.pointee.children { return child }
    var node = node
    while node.pointee.next == nil {
      guard let parent = node.pointee.parent, parent != row else { return nil }
      node = parent
    }
    return node.pointee.next
  }
}
