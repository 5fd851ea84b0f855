// SPDX-License-Identifier: Apache-2.0

/// The text of a block as it grows, white space drawn together as a browser does.
struct BlockText {
  private(set) var bytes: [UInt8] = []
  private(set) var linked = 0
  /// True while nothing but strong text was added.
  private(set) var isStrong = true
  private var space: Space = .none

  private enum Space { case none, blank, line }

  /// Adds a text node.
  ///
  /// A line end between two Chinese characters is no space: editors break lines wherever they are full.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, isLink: Bool, isStrong: Bool = false) {
    let before = bytes.count
    for byte in text {
      switch byte {
      case 0x0A, 0x0D: space = .line
      case 0x20, 0x09, 0x0C: space = space == .none ? .blank : space
      default:
        addSpace(before: byte)
        bytes.append(byte)
      }
    }
    if !isStrong, bytes.count > before { self.isStrong = false }
    if isLink { linked += bytes[before...].scalarCount }
  }

  /// The border of two cells in a row.
  mutating func appendBorder() {
    if !bytes.isEmpty { bytes += Array("　　".utf8) }
    space = .none
  }

  private mutating func addSpace(before byte: UInt8) {
    defer { space = .none }
    guard space != .none, let last = bytes.last else { return }
    if space == .line, last >= 0x80, byte >= 0x80 { return }
    bytes.append(0x20)
  }
}
