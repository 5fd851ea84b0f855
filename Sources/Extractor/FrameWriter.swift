// SPDX-License-Identifier: Apache-2.0
package import Extraction
internal import Glibc

/// Writes frames to a descriptor, some at a time.
package struct FrameWriter {
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Adds a frame; what is too long for one is left out, and the parent then finds no whole result.
  package mutating func write(_ frame: Frame) {
    waiting += frame.encoded ?? []
    if waiting.count > 256 << 10 { flush() }
  }

  /// Adds a paragraph; white space at its ends goes, and what is only white space is none.
  package mutating func block(_ text: some BidirectionalCollection<UInt8>) {
    let text = text.drop { $0 <= 0x20 }
    var end = text.endIndex
    while end > text.startIndex, case let before = text.index(end, offsetBy: -1), text[before] <= 0x20 {
      end = before
    }
    if end > text.startIndex { write(.block(Array(text[..<end]))) }
  }

  /// Adds a document that the document holds.
  package mutating func member(_ bytes: [UInt8], named name: [UInt8]) {
    write(.name(name))
    write(.member(bytes))
  }

  /// Writes all that waits. The process ends where nobody reads any more.
  package mutating func flush() {
    var written = 0
    while written < waiting.count {
      let count = waiting.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { _exit(74) }
      written += count
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
