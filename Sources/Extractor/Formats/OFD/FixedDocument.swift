// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads OFD, the fixed layout of GB/T 33190: pieces of text with places, made lines by where they stand.
///
/// What stands in the templates of pages (running heads, seals) is left out.
package enum FixedDocument: DocumentParser {
  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let files = try PackedFiles.contents(of: document, limits) { $0.hasSuffix(".xml") }
    if files["Encryptions.xml"] != nil { throw Refusal(.encrypted) }
    let root = try path(of: "DocRoot", in: files["OFD.xml"], named: "OFD.xml")
    let pages = try pagePaths(in: files[root], named: root)
    guard pages.count <= limits.pages else { throw Refusal(.tooLarge, "\(pages.count) pages") }
    var lines: [[String]] = []
    for (index, path) in pages.enumerated() {
      guard let content = files[path] else { throw Refusal(.damaged, "no page \(index + 1)") }
      lines.append(PlacedText.lines(try pieces(of: content)))
    }
    let blocks = LaidOutLines(pages: lines).blocks
    guard !blocks.isEmpty else { throw Refusal(.scanned, "\(pages.count)") }
    var page = 0
    for block in blocks {
      if let begun = block.page, begun != page {
        page = begun
        writer.write(.page(page))
      }
      writer.block(block.text.utf8)
    }
  }

  /// The path that an element of this name holds as its text.
  private static func path(of element: String, in file: [UInt8]?, named name: String) throws(Refusal)
    -> String
  {
    guard let file else { throw Refusal(.damaged, "no \(name)") }
    var events = try XMLEvents(file)
    while let event = try events.next() {
      if event == .open(element), case .text(let path)? = try events.next() {
        return resolve(String(decoding: path, as: UTF8.self), from: name)
      }
    }
    throw Refusal(.damaged, "no \(element)")
  }

  /// The pages' files, in the document's order.
  private static func pagePaths(in file: [UInt8]?, named name: String) throws(Refusal) -> [String] {
    guard let file else { throw Refusal(.damaged, "no document") }
    var events = try XMLEvents(file)
    var paths: [String] = []
    while let event = try events.next() {
      if event == .open("Page"), let path = events.attribute("BaseLoc") {
        paths.append(resolve(path, from: name))
      }
    }
    return paths
  }

  /// A path within the package: from its root, or from the file that names it.
  static func resolve(_ path: String, from file: String) -> String {
    var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast()
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The pieces of text on a page, with their places in millimetres.
  private static func pieces(of content: [UInt8]) throws(Refusal) -> [PlacedText] {
    var events = try XMLEvents(content)
    var pieces: [PlacedText] = []
    var object = TextObject()
    var code: PlacedText?
    while let event = try events.next() {
      switch event {
      case .open("TextObject"):
        object = TextObject(
          boundary: numbers(events.attribute("Boundary")), matrix: numbers(events.attribute("CTM")),
          size: numbers(events.attribute("Size")).first ?? 0)
      case .open("TextCode"):
        code = object.place(
          numbers(events.attribute("X")).first ?? 0, numbers(events.attribute("Y")).first ?? 0)
      case .text(let bytes): code?.text += bytes
      case .close("TextCode"): if let done = code.take() { pieces.append(done) }
      default: break
      }
    }
    return pieces
  }

  /// Finite numbers with spaces between; a page cannot be a mile wide.
  private static func numbers(_ text: String?) -> [Double] {
    (text ?? "").split(separator: " ").compactMap { Double($0) }.map {
      $0.isFinite ? min(max($0, -1e6), 1e6) : 0
    }
  }
}
