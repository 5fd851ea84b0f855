// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads documents of Word 2007 and later and of WPS (docx): the paragraphs of the body, in order, with the
/// numbers that their lists give them.
///
/// With changes tracked it is the final text. Hidden passages, the codes of fields, tables of contents and
/// pinyin above characters are no text; a picture's stand-in for old programs would say everything twice.
package enum WordDocument: DocumentParser {
  private static let names = ParagraphText.Names(row: "tr", cell: "tc", paragraphs: ["p"], text: "t")
  private static let skipped: Set<String> = [
    "del", "moveFrom", "instrText", "Fallback", "sectPr", "tblPr", "trPr", "tcPr", "rt",
  ]

  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let files = try PackedFiles.contents(of: document, limits) {
      isBody($0) || $0 == "word/styles.xml" || $0 == "word/numbering.xml"
    }
    guard let body = files.keys.filter(isBody).min().flatMap({ files[$0] }) else {
      throw Refusal(.damaged, "no word/document.xml")
    }
    var reader = Body(
      styles: try WordStyles(files["word/styles.xml"]),
      numbering: try WordNumbering(files["word/numbering.xml"]))
    var events = try XMLEvents(body)
    while let event = try events.next() { try reader.read(event, of: &events, into: &writer) }
    if reader.text.isEmpty { throw Refusal(.empty) }
  }

  /// Word calls it document.xml, some programs on the web document2.xml.
  private static func isBody(_ name: String) -> Bool {
    name.hasPrefix("word/document") && name.hasSuffix(".xml")
  }

  /// The body, event by event.
  private struct Body {
    let styles: WordStyles
    var numbering: WordNumbering
    var text = ParagraphText(names)
    /// True within a run of hidden characters.
    var isHidden = false

    init(styles: WordStyles, numbering: WordNumbering) {
      self.styles = styles
      self.numbering = numbering
    }

    mutating func read(
      _ event: XMLEvents.Event, of events: inout XMLEvents, into writer: inout FrameWriter
    ) throws(Refusal) {
      switch event {
      case .open("tab"): append([0x09])
      case .open("noBreakHyphen"): append([0x2D])
      case .open("br"), .open("cr"): text.breakLine(into: &writer)
      case .open("pPr"): settle(try events.settings())
      case .open("rPr"):
        isHidden = try events.settings()["vanish"].map { !["0", "false"].contains($0) } ?? false
      case .open(let name) where skipped.contains(name): try events.skip()
      case .open(let name): text.open(name)
      case .close("r"): isHidden = false
      case .close(let name): text.close(name, into: &writer)
      // Text stands in w:t alone; elsewhere is the white space of the file.
      case .text(let bytes): if text.isInText { append(bytes) }
      }
    }

    private mutating func append(_ bytes: [UInt8]) { if !isHidden { text.append(bytes) } }

    /// What a paragraph's properties say: its style, its list, whether its end was deleted.
    private mutating func settle(_ settings: [String: String]) {
      let style = settings["pStyle"]
      if let style, styles.isContents(style) { return text.drop() }
      if settings["rPr/del"] != nil { return text.join() }
      let own = settings["numPr/numId"].map { (id: $0, level: settings["numPr/ilvl"].flatMap { Int($0) }) }
      guard let list = own ?? style.flatMap(styles.list) else { return }
      if let label = numbering.label(list: list.id, level: list.level, style: style) { text.label(label) }
    }
  }
}
