// SPDX-License-Identifier: Apache-2.0

/// What kind of document the bytes are, told by their content and never by the file's name.
///
/// Raw values are the words of the contract's `format` field. People rename files and programs lie about
/// them; a Word file called report.txt is still `doc`.
package enum DocumentFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// Plain text in any charset, Markdown included.
  case text
  case html, xml, pdf, docx, odt, ofd, xlsx, pptx, doc, xls, ppt, rtf, eml, mhtml
  /// A file of Microsoft Office that needs a password, whatever it is within.
  case locked
  case zip, tar, gzip, rar
  case sevenZip = "7z"
  case image, media
  /// A program or library.
  case elf
  case sqlite
  /// Bytes that are none of these and no text.
  case binary
  case empty
}

extension DocumentFormat {
  /// The format's name as people say it.
  package var name: String {
    switch self {
    case .text: "plain text"
    case .html: "HTML"
    case .xml: "XML"
    case .pdf: "PDF"
    case .docx: "Word document (docx)"
    case .odt: "OpenDocument text (odt)"
    case .ofd: "OFD document"
    case .xlsx: "Excel workbook (xlsx)"
    case .pptx: "PowerPoint presentation (pptx)"
    case .doc: "Word or WPS document (doc, wps)"
    case .xls: "Excel workbook (xls)"
    case .ppt: "PowerPoint presentation (ppt)"
    case .locked: "Office document with a password"
    case .rtf: "Rich Text (rtf)"
    case .eml: "e-mail message (eml)"
    case .mhtml: "saved web page (mhtml, mht)"
    case .zip: "ZIP archive"
    case .tar: "TAR archive"
    case .gzip: "compressed file"
    case .rar: "RAR archive"
    case .sevenZip: "7-Zip archive"
    case .image: "picture"
    case .media: "sound or video"
    case .elf: "program"
    case .sqlite: "database"
    case .binary: "binary file"
    case .empty: "empty file"
    }
  }

  /// What can be done by whoever has it, where its text is not read from it.
  package var advice: String {
    switch self {
    case .text: "save it as plain text in UTF-8"
    case .html, .xml, .mhtml: "save the page's text as plain text (.txt)"
    case .pdf, .docx, .odt, .ofd, .doc, .rtf, .pptx, .ppt: "save its text as plain text (.txt)"
    case .xlsx, .xls: "a table is no report of a meeting; if one stands in it, save it as plain text (.txt)"
    case .locked: "save it without a password"
    case .eml: "save the message's text, or its attachment, as plain text (.txt)"
    case .zip, .tar, .gzip, .rar, .sevenZip: "unpack it and give the reports in it as plain text (.txt)"
    case .image: "type its text, or have it recognised, as plain text (.txt)"
    case .media: "give the written report of the meeting as plain text (.txt)"
    case .elf, .sqlite, .binary: "it holds no report"
    case .empty: "write the report's text into it, or remove it"
    }
  }
}
