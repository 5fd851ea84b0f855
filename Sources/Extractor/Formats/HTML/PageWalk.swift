// SPDX-License-Identifier: Apache-2.0
internal import CXML

/// Goes through a page's tree in order, without recursion: pages may be nested a million deep.
struct PageWalk {
  var builder = PageBuilder()
  /// The rows of facts that are open, by their nodes.
  private var factRows: [xmlNodePtr] = []

  mutating func walk(_ root: xmlNodePtr) {
    var node = root
    while true {
      if enter(node), let child = node.pointee.children {
        node = child
        continue
      }
      leave(node)
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        leave(node)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }

  /// False where nothing below the node is looked at.
  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE:
      if let content = node.pointee.content { builder.append(Self.bytes(content)) }
      return false
    case XML_ELEMENT_NODE:
      let name = Self.name(node)
      if name == "head" || name == "title" || name == "meta" { return readHead(node, name) }
      if HTMLElements.skipped.contains(name) || Self.isHidden(node) { return false }
      let isFactRow = name == "tr" && FactRow.is(node)
      if isFactRow { factRows.append(node) }
      builder.open(name, isFactRow: isFactRow)
      return true
    default: return false
    }
  }

  private mutating func leave(_ node: xmlNodePtr) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    let name = Self.name(node)
    if ["head", "title", "meta"].contains(name) || HTMLElements.skipped.contains(name) || Self.isHidden(node)
    {
      return
    }
    let isFactRow = name == "tr" && factRows.last == node
    builder.close(name, isFactRow: isFactRow)
    if isFactRow { factRows.removeLast() }
  }

  /// Takes title and meta along; they may stand in the body of a page that was glued together.
  private mutating func readHead(_ node: xmlNodePtr, _ name: String) -> Bool {
    if name == "title", let content = xmlNodeGetContent(node) {
      builder.setTitle(Array(Self.bytes(content)))
      minuted_xml_free(content)
    }
    if name == "meta", let key = Self.attribute("name", of: node) ?? Self.attribute("property", of: node),
      let value = Self.attribute("content", of: node)
    {
      builder.addMeta(String(decoding: key, as: UTF8.self), value)
    }
    return name == "head"
  }

  /// Hidden by the element itself; what style sheets hide is not known here.
  private static func isHidden(_ node: xmlNodePtr) -> Bool {
    guard node.pointee.properties != nil else { return false }
    if xmlHasProp(node, "hidden") != nil { return true }
    guard let style = attribute("style", of: node) else { return false }
    let words = style.filter { $0 > 0x20 }.map { (65...90).contains($0) ? $0 + 32 : $0 }
    return words.holds(Array("display:none".utf8))
  }

  private static func attribute(_ name: String, of node: xmlNodePtr) -> [UInt8]? {
    guard let value = xmlGetProp(node, name) else { return nil }
    defer { minuted_xml_free(value) }
    return Array(bytes(value))
  }

  static func name(_ node: xmlNodePtr) -> String {
    node.pointee.name.map { String(decoding: bytes($0), as: UTF8.self) } ?? ""
  }

  static func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
  }
}
