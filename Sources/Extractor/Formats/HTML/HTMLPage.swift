// SPDX-License-Identifier: Apache-2.0
internal import CXML
package import Extraction

/// Reads web pages, as libxml2 understands them: whatever is wrong with the markup, there is a tree.
package enum HTMLPage: DocumentParser {
  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let blocks = MainContent(try page(document)).blocks
    guard !blocks.isEmpty else { throw Refusal(.empty) }
    for block in blocks { writer.block(block) }
  }

  /// The page's blocks. `document` is UTF-8, whatever charset it claims: it was decoded before.
  static func page(_ document: [UInt8]) throws(Refusal) -> Page {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let tree = document.withUnsafeBytes {
      htmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", Int32(options))
    }
    guard let tree else { throw Refusal(.empty) }
    defer { xmlFreeDoc(tree) }
    guard let root = xmlDocGetRootElement(tree) else { throw Refusal(.empty) }
    var walk = PageWalk()
    walk.walk(root)
    return walk.builder.finish()
  }
}
