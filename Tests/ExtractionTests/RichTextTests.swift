// SPDX-License-Identifier: Apache-2.0

import Extraction
import Glibc
import Testing

@testable import Extractor

@Suite struct `Rich Text` {
  /// The blocks of a document, by way of the frames that a child would write.
  private func blocks(_ inside: String) throws -> [String] {
    RichText.prepare()
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    var writer = FrameWriter(descriptor: ends[1])
    let limits = ExtractionLimits()
    try RichText.parse(
      Array(
        "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset136 B;}{\\f2\\fcharset2 C;}}\(inside)}"
          .utf8), limits, into: &writer)
    writer.write(.end)
    writer.flush()
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    bytes.removeLast(bytes.count - max(0, read(ends[0], &bytes, bytes.count)))
    return try FrameReader.document(bytes, limits: limits).blocks.map(\.text)
  }

  @Test(
    arguments: [
      ("\\'bb\\'e1\\'d2\\'e9\\par 2024\\par", ["会议", "2024"]), ("\\u20250?\\u35758?\\par", ["会议"]),
      ("\\uc2\\u20250\\'bb\\'e1\\u-29778\\'d2\\'e9x\\par", ["会议x"]),
      ("\\f1\\'b7\\'7c\\'c4\\'b3\\par", ["會議"]),
      ("\\'95\\'40 \\'95@\\par", ["旲 旲"]), ("a\\~b\\emdash c\\par", ["a b—c"]),
      ("{\\listtext\\f0 \\'d2\\'bb\\'a1\\'a2\\tab}\\'bb\\'e1\\par", ["一、会"]),
      ("{\\listtext\\f2 \\'b7\\tab}a\\par", ["a"]),
      ("a{\\deleted b}{\\v c}{\\*\\unknown d}{\\footnote e}{\\pict 00ff}f\\par", ["af"]),
      ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt a}}\\line b", ["a", "b"]),
      ("{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt a\\par}}{\\shprslt b}}c\\par", ["a", "c"]),
      ("\\trowd\\intbl a\\cell b\\cell\\row\\pard c\\par", ["a　　b", "c"]), ("{\\bin3 }}}a\\par", ["a"]),
      ("{\\stylesheet{\\s1 heading 1;}{\\s5 toc 1;}}\\pard\\s5 a\\tab 3\\par\\pard\\s1 a\\par", ["a"]),
    ])
  func `is read as it is shown`(inside: String, shown: [String]) throws {
    #expect(try blocks(inside) == shown)
  }

  @Test func `that is nested without end is refused`() {
    #expect(throws: Refusal.self) { try blocks(String(repeating: "{", count: 100_000)) }
  }

  @Test func `without words is empty`() {
    #expect(throws: Refusal(.empty)) { try blocks("\\par") }
  }
}
