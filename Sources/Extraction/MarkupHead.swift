// SPDX-License-Identifier: Apache-2.0

/// The first words of a document that may be markup or a message, in lower case.
///
/// A byte order mark, the NULs of UTF-16 and white space before the first word are gone.
struct MarkupHead {
  /// Messages have pages of headers before they say what they are.
  private static let length = 16 << 10

  private let bytes: [UInt8]

  init(_ document: [UInt8]) {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    let mark = marks.first { document.starts(with: $0) }?.count ?? 0
    let head = document.dropFirst(mark).prefix(Self.length).filter { $0 != 0 }
    bytes = head.drop { $0 <= 32 }.map { (65...90).contains($0) ? $0 + 32 : $0 }
  }

  /// HTML, XML, a message or a saved page; nil for anything else.
  var format: DocumentFormat? {
    let tags = ["<!doctype html", "<html", "<head", "<body"]
    let begin = bytes.prefix(2_048)
    if begin.starts(with: Array("<?xml".utf8)) { return tags.contains { has($0, in: begin) } ? .html : .xml }
    if isMessage { return isSavedPage ? .mhtml : .eml }
    // A page may begin with a comment or a script; plain text that merely quotes a tag does not begin with
    // “<”.
    guard begin.first == UInt8(ascii: "<") else { return nil }
    let elements = tags + ["<meta", "<title", "<div", "<p>", "<table", "<script", "<h1"]
    return elements.contains { has($0, in: begin) } ? .html : nil
  }

  /// The lines before the first empty one.
  private var headers: ArraySlice<UInt8> {
    let ends = ["\n\n", "\r\n\r\n"].compactMap { bytes.firstRange(of: Array($0.utf8))?.lowerBound }
    return bytes[..<(ends.min() ?? bytes.endIndex)]
  }

  /// True where the first line is a header of RFC 5322 (or a mailbox's “From …”), and either three of the usual
  /// ones stand above the text, or the two that say that it is MIME.
  private var isMessage: Bool {
    // The first line alone turns a report away; to look for the end of the headers takes as long as to read it.
    let first = bytes.prefix { $0 != 0x0A }
    let name = first.prefix { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    guard name.count > 1, name.endIndex < first.endIndex,
      first[name.endIndex] == UInt8(ascii: ":") || name == Array("from".utf8)[...]
    else { return false }
    let usual = [
      "from", "to", "subject", "date", "received", "message-id", "return-path", "mime-version",
      "content-type",
    ]
    return usual.count(where: hasHeader) >= 3 || hasHeader("mime-version") && hasHeader("content-type")
  }

  /// True for a page that a browser or Word saved: parts that belong together, and nobody it was sent to.
  private var isSavedPage: Bool {
    if has("<saved by", in: headers) || hasHeader("snapshot-content-location") { return true }
    let isPage = has("multipart/related", in: headers) || has("content-type: text/html", in: headers)
    return isPage && !["to", "received", "delivered-to", "return-path"].contains(where: hasHeader)
  }

  private func hasHeader(_ name: String) -> Bool {
    headers.starts(with: Array((name + ":").utf8)) || has("\n" + name + ":", in: headers)
  }

  private func has(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.firstRange(of: Array(word.utf8)) != nil
  }
}
