// SPDX-License-Identifier: Apache-2.0

/// Who reads a format's text.
package enum DocumentSource: Sendable, Hashable {
  /// The bytes are the text; they are decoded in the daemon, by code that cannot be tricked into writing
  /// memory.
  case decoding
  /// A parser within `minuted-extract`. Markup is decoded before, so that there is one judge of charsets.
  case parsing(decodedFirst: Bool)
  /// Another project's program, within the walls of `minuted-extract`.
  case converting(Converter)
  /// It holds documents, each an arrival of its own: an archive, a message with what hangs on it, a page saved
  /// with its pictures.
  case unpacking
  /// Nobody.
  case none
}

extension DocumentFormat {
  /// Who reads it. A new format is one line here and one in `Parsers` of the extractor.
  package var source: DocumentSource {
    switch self {
    case .text: .decoding
    case .html: .parsing(decodedFirst: true)
    case .docx, .odt, .ofd, .rtf: .parsing(decodedFirst: false)
    case .pdf: .converting(.pdf)
    case .doc: .converting(.word)
    case .zip, .tar, .eml, .mhtml: .unpacking
    case .xml, .xlsx, .pptx, .xls, .ppt, .locked, .gzip, .rar, .sevenZip, .image, .media, .elf, .sqlite,
      .binary, .empty:
      .none
    }
  }
}
