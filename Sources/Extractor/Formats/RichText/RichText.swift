// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads Rich Text (RTF): paragraphs and rows, in Unicode or in the charsets of their fonts.
///
/// What Debian has for it reads Chinese that Word wrote as `\'d6\'d0` as Western letters (catdoc), or none at
/// all (unrtf). Running heads, footnotes, deleted and hidden passages are left out; the numbers of lists are
/// in the text, because whoever writes RTF writes them out.
package enum RichText: DocumentParser {
  package static func prepare() { RichTextCharset.openAll() }

  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    var tokens = RichTextTokens(document)
    var reader = RichTextReader()
    while let token = tokens.next() { try reader.read(token, into: &writer) }
    reader.finish(into: &writer)
    if reader.isEmpty { throw Refusal(.empty) }
  }
}
