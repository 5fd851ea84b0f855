// SPDX-License-Identifier: Apache-2.0

/// Makes blocks and containers out of a page's elements as they open and close.
struct PageBuilder {
  private(set) var page = Page()
  private var text = BlockText()
  private var kind = PageBlock.Kind.paragraph
  private var container = 0
  private var links = 0
  private var strong = 0
  /// Above 0 within a row of a table of facts, whose cells are one block.
  private var rows = 0
  private var preformatted = 0

  mutating func open(_ name: String, isFactRow: Bool) {
    if HTMLElements.containers.contains(name), rows == 0 {
      flush()
      page.containers.append(.init(parent: container))
      container = page.containers.count - 1
    } else if HTMLElements.blocks.contains(name) {
      flush()
    }
    if name == "a" { links += 1 }
    if HTMLElements.strong.contains(name) { strong += 1 }
    if name == "pre" { preformatted += 1 }
    if HTMLElements.headings.contains(name), rows == 0 { kind = .heading }
    if name == "tr", isFactRow {
      rows += 1
      kind = .row
    }
  }

  mutating func close(_ name: String, isFactRow: Bool) {
    if name == "a" { links -= 1 }
    if HTMLElements.strong.contains(name) { strong -= 1 }
    if name == "pre" { preformatted -= 1 }
    if rows > 0, name == "td" || name == "th" { text.appendBorder() }
    if name == "tr", isFactRow { rows -= 1 }
    if HTMLElements.containers.contains(name), rows == 0 {
      flush()
      container = page.containers[container].parent
    } else if HTMLElements.blocks.contains(name) {
      flush()
    }
  }

  /// Adds a text node; where the page is typed as it is to look, each line is a block.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard preformatted > 0 else { return text.append(bytes, isLink: links > 0, isStrong: strong > 0) }
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      text.append(UnsafeBufferPointer(rebasing: rest[..<end]), isLink: links > 0)
      flush()
      rest = rest[(end + 1)...]
    }
    text.append(UnsafeBufferPointer(rebasing: rest), isLink: links > 0)
  }

  mutating func setTitle(_ bytes: [UInt8]) { if page.title.isEmpty { page.title = Self.line(bytes) } }

  mutating func addMeta(_ name: String, _ content: [UInt8]) {
    let content = Self.line(content)
    if !content.isEmpty { page.meta[name.lowercased()] = content }
  }

  /// The whole page, once its last element has closed.
  mutating func finish() -> Page {
    flush()
    return page
  }

  /// Ends the block that is open, unless it is a row that has not closed.
  private mutating func flush() {
    guard rows == 0 else { return }
    defer {
      text = BlockText()
      kind = .paragraph
    }
    let bytes = Self.trimmed(text.bytes)
    guard !bytes.isEmpty else { return }
    var block = PageBlock(
      kind: kind, text: bytes, length: bytes.scalarCount, linked: text.linked, container: container)
    block.isStrong = text.isStrong
    page.blocks.append(block)
  }

  private static func line(_ bytes: [UInt8]) -> [UInt8] {
    var text = BlockText()
    bytes.withUnsafeBufferPointer { text.append($0, isLink: false) }
    return trimmed(text.bytes)
  }

  private static let blanks: [[UInt8]] = [[0x20], [0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xE2, 0x80, 0x83]]

  /// Without ideographic and no-break spaces at either end, which pages indent by.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    while let blank = blanks.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(blank.count) }
    while let blank = blanks.first(where: { rest.suffix($0.count) == $0[...] }) {
      rest = rest.dropLast(blank.count)
    }
    return Array(rest)
  }
}
