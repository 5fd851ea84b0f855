// SPDX-License-Identifier: Apache-2.0

/// A paragraph, heading or table row of a web page, with what tells whether it is content.
package struct PageBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case heading, paragraph, row }

  package var kind: Kind
  /// UTF-8, white space as a browser shows it.
  package var text: [UInt8]
  /// Characters, and how many of them stand in links.
  package var length: Int
  package var linked: Int
  /// True where all of it is bold or large, as headlines of older pages are that have no heading's element.
  package var isStrong = false
  /// The innermost container that it stands in: an index into `Page.containers`.
  package var container: Int

  package init(kind: Kind, text: [UInt8], length: Int, linked: Int, container: Int) {
    self.kind = kind
    self.text = text
    self.length = length
    self.linked = linked
    self.container = container
  }

  /// More than half of it is links: a menu, a list of other pages.
  package var isMenu: Bool { linked * 2 > length }

  /// 。，、
  private static let marks: [[UInt8]] = [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x8C], [0xE3, 0x80, 0x81]]

  /// How much running text it is: sentences have a comma or a full stop, captions and credits rarely.
  package var prose: Int {
    let own = length - linked
    guard kind == .paragraph, !isMenu, own >= 12 else { return 0 }
    return own >= 60 || Self.marks.contains { text.holds($0) } ? own : 0
  }
}
