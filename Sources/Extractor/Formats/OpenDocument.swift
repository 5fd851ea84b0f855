// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads OpenDocument texts (odt): paragraphs and headings of the body, in order.
///
/// Passages that were deleted with changes tracked, comments and footnotes are left out.
package enum OpenDocument: DocumentParser {
  private static let names = ParagraphText.Names(
    row: "table-row", cell: "table-cell", paragraphs: ["p", "h"], text: nil)
  private static let skipped: Set<String> = [
    "tracked-changes", "annotation", "note", "forms", "automatic-styles",
  ]

  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let wanted: Set = ["content.xml", "META-INF/manifest.xml"]
    let files = try PackedFiles.contents(of: document, limits) { wanted.contains($0) }
    // OpenDocument encrypts file by file and says so in its manifest; the ZIP itself looks open.
    if files["META-INF/manifest.xml"]?.firstRange(of: Array(":encryption-data".utf8)) != nil {
      throw Refusal(.encrypted)
    }
    guard let body = files["content.xml"] else { throw Refusal(.damaged, "no content.xml") }
    var events = try XMLEvents(body)
    var text = ParagraphText(names)
    while let event = try events.next() {
      switch event {
      case .open("tab"): text.append([0x09])
      // Several spaces in a row are counted, for XML would draw them together.
      case .open("s"): text.append(Array(repeating: 0x20, count: spaces(events.attribute("text:c"))))
      case .open("line-break"): text.breakLine(into: &writer)
      case .open(let name) where skipped.contains(name): try events.skip()
      case .open(let name): text.open(name)
      case .close(let name): text.close(name, into: &writer)
      case .text(let bytes): if text.isInText { text.append(bytes) }
      }
    }
    if text.isEmpty { throw Refusal(.empty) }
  }

  private static func spaces(_ count: String?) -> Int { min(max(count.flatMap { Int($0) } ?? 1, 0), 100) }
}
