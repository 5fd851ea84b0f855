// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads Word's documents of 2007 and later (docx): the paragraphs of the body, in order.
///
/// Deleted passages and the codes of fields are no text; a picture's stand-in for old programs would say
/// everything twice.
package enum WordDocument: DocumentParser {
  private static let names = ParagraphText.Names(row: "tr", cell: "tc", paragraphs: ["p"], text: "t")
  private static let skipped: Set<String> = [
    "del", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "sectPr",
  ]

  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let main = "word/document.xml"
    guard let body = try PackedFiles.contents(of: document, limits, where: { $0 == main })[main] else {
      throw Refusal(.damaged, "no word/document.xml")
    }
    var events = try XMLEvents(body)
    var text = ParagraphText(names)
    while let event = try events.next() {
      switch event {
      case .open("tab"): text.append([0x09])
      case .open("br"), .open("cr"): text.breakLine(into: &writer)
      case .open(let name) where skipped.contains(name): try events.skip()
      case .open(let name): text.open(name)
      case .close(let name): text.close(name, into: &writer)
      // Text stands in w:t alone; elsewhere is the white space of the file.
      case .text(let bytes) where text.isInText: text.append(bytes)
      case .text: break
      }
    }
    if text.isEmpty { throw Refusal(.empty) }
  }
}
