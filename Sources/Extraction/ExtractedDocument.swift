// SPDX-License-Identifier: Apache-2.0

/// What `minuted-extract` found in one document: its paragraphs, or the documents that it holds.
///
/// All of it is as hostile as the document itself; `FrameReader` has checked its form and its size, no more.
package struct ExtractedDocument: Sendable, Hashable {
  /// A paragraph, heading or table row, without line breaks.
  package struct Block: Sendable, Hashable {
    package var text: String
    /// The page it stands on, counted from 1; nil where the format has no pages.
    package var page: Int?

    package init(_ text: String, page: Int? = nil) {
      self.text = text
      self.page = page
    }
  }

  /// A document within a container: a report in a ZIP, an attachment.
  package struct Member: Sendable, Hashable {
    /// Its name as bytes, with folders, in whatever charset the container's writer used.
    package var name: [UInt8]
    package var bytes: [UInt8]

    package init(name: [UInt8], bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var blocks: [Block] = []
  package var members: [Member] = []

  package init(blocks: [Block] = [], members: [Member] = []) {
    self.blocks = blocks
    self.members = members
  }

  /// The text that the report is read from: a line a block.
  package var text: String { blocks.map(\.text).joined(separator: "\n") }

  /// Where each page begins in `text`, in Unicode scalars; empty where the format has no pages.
  ///
  /// Example: two pages of one paragraph of nine characters each begin at 0 and 10.
  package var pageStarts: [PageStart] {
    var starts: [PageStart] = []
    var offset = 0
    for block in blocks {
      if let page = block.page, page != starts.last?.page {
        starts.append(PageStart(page: page, offset: offset))
      }
      offset += block.text.unicodeScalars.count + 1
    }
    return starts
  }
}
