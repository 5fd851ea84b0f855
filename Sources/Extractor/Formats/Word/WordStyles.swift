// SPDX-License-Identifier: Apache-2.0
internal import Extraction

/// What the styles of a Word document say of their paragraphs: which list they belong to, and which of them
/// are entries of a table of contents (word/styles.xml).
struct WordStyles {
  private struct Style {
    var name = ""
    var base: String?
    var list: String?
    var level: Int?
  }

  private var styles: [String: Style] = [:]

  /// No file, no styles.
  init(_ file: [UInt8]?) throws(Refusal) {
    guard let file else { return }
    var events = try XMLEvents(file)
    while let event = try events.next() {
      guard event == .open("style"), let id = events.attribute("w:styleId") else { continue }
      let settings = try events.settings()
      styles[id] = Style(
        name: (settings["name"] ?? "").lowercased(), base: settings["basedOn"],
        list: settings["pPr/numPr/numId"], level: settings["pPr/numPr/ilvl"].flatMap { Int($0) })
    }
  }

  /// The list of a style, or of the style that it is based on, and the level in it.
  func list(of style: String) -> (id: String, level: Int?)? {
    var next: String? = style
    // A style that is based on itself is a lie; nobody stacks more than a few.
    for _ in 0..<20 {
      guard let id = next, let found = styles[id] else { return nil }
      if let list = found.list { return (list, found.level) }
      next = found.base
    }
    return nil
  }

  /// True for `toc 1` and the like, whatever the style's own key is: it repeats the headings with page numbers.
  func isContents(_ style: String) -> Bool { styles[style]?.name.hasPrefix("toc ") ?? false }
}
