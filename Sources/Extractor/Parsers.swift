// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Reads one format, within the walls.
package protocol DocumentParser {
  /// Opens what could not be opened within the walls: the converters of charsets that it needs.
  static func prepare()

  /// Writes what the document holds. Throws why it cannot be read; what was written before then counts for
  /// nothing.
  static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal)
}

extension DocumentParser {
  /// Most need nothing.
  package static func prepare() {}
}

/// Which parser reads which format: a line each.
package enum Parsers {
  package static func parser(of format: DocumentFormat) -> (any DocumentParser.Type)? {
    switch format {
    case .html: HTMLPage.self
    case .docx: WordDocument.self
    case .odt: OpenDocument.self
    case .ofd: FixedDocument.self
    case .rtf: RichText.self
    case .zip, .tar: DocumentArchive.self
    case .eml, .mhtml: MailMessage.self
    default: nil
    }
  }
}
