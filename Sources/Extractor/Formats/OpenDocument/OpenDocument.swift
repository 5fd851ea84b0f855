// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads OpenDocument texts (odt): paragraphs and headings of the body, in order, with the numbers that their
/// lists give them.
///
/// Passages that were deleted with changes tracked, comments, footnotes, tables of contents and pinyin above
/// characters are left out.
package enum OpenDocument: DocumentParser {
  private static let names = ParagraphText.Names(
    row: "table-row", cell: "table-cell", paragraphs: ["p", "h"], text: nil)
  private static let skipped: Set<String> = [
    "tracked-changes", "annotation", "note", "forms", "automatic-styles", "table-of-content", "ruby-text",
  ]

  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let wanted: Set = ["content.xml", "styles.xml", "META-INF/manifest.xml"]
    let files = try PackedFiles.contents(of: document, limits) { wanted.contains($0) }
    // OpenDocument encrypts file by file and says so in its manifest; the ZIP itself looks open.
    if files["META-INF/manifest.xml"]?.firstRange(of: Array(":encryption-data".utf8)) != nil {
      throw Refusal(.encrypted)
    }
    guard let body = files["content.xml"] else { throw Refusal(.damaged, "no content.xml") }
    var lists = OpenDocumentLists()
    for file in ["styles.xml", "content.xml"] { try lists.readStyles(files[file]) }
    var events = try XMLEvents(body)
    var text = ParagraphText(names)
    while let event = try events.next() {
      switch event {
      case .open("tab"): text.append([0x09])
      // Several spaces in a row are counted, for XML would draw them together.
      case .open("s"): text.append(Array(repeating: 0x20, count: spaces(events.number("text:c"))))
      case .open("line-break"): text.breakLine(into: &writer)
      case .open(let name) where skipped.contains(name): try events.skip()
      case .open(let name):
        lists.open(name, events)
        text.open(name)
        if names.paragraphs.contains(name), let label = lists.label() { text.label(label) }
      case .close(let name):
        lists.close(name)
        text.close(name, into: &writer)
      case .text(let bytes): if text.isInText { text.append(bytes) }
      }
    }
    if text.isEmpty { throw Refusal(.empty) }
  }

  private static func spaces(_ count: Int?) -> Int { min(max(count ?? 1, 0), 100) }
}
