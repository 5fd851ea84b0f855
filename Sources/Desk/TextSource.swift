// SPDX-License-Identifier: Apache-2.0

internal import Extraction
internal import Text

/// The text that a document is read from, whoever has to open it.
struct TextSource {
  /// A document's text in UTF-8, into which all spans point.
  struct SourceText {
    var utf8: [UInt8]
    var format: DocumentFormat
    /// The charset that the bytes were decoded from; nil where the format itself lays it down.
    var charset: String?
    /// Where pages begin, for formats that have them.
    var pages: [PageStart] = []
  }

  /// Opens what is more than text; nil on a desk that reads text alone.
  let extractor: DocumentExtractor?

  func text(of bytes: [UInt8]) throws(DocumentError) -> SourceText {
    switch try Self.prepare(bytes) {
    case .text(let text): return text
    case .foreign(let document): return Self.text(of: try open(document))
    }
  }

  /// A document that is decoded, or is to be opened by a child.
  enum Prepared {
    case text(SourceText)
    case foreign(ForeignDocument)
  }

  /// What can be done with a document in this process; nothing of a foreign one is looked at but its charset.
  static func prepare(_ bytes: [UInt8]) throws(DocumentError) -> Prepared {
    if bytes.isEmpty {
      throw DocumentError(
        .empty, "空文件，没有内容", hint: "请检查上传是否完成，再放入一次",
        english: "is empty; check that it was copied whole")
    }
    let format = DocumentFormat.sniff(bytes)
    switch format.source {
    case .decoding:
      let decoded = try decode(bytes)
      return .text(SourceText(utf8: decoded.utf8, format: format, charset: decoded.charset))
    case .parsing(decodedFirst: true):
      let decoded = try decode(bytes)
      return .foreign(ForeignDocument(format: format, bytes: decoded.utf8, charset: decoded.charset))
    case .parsing, .converting, .unpacking:
      return .foreign(ForeignDocument(format: format, bytes: bytes, charset: nil))
    case .none: throw refusal(format)
    }
  }

  /// The text of an opened document: a line a block.
  static func text(of document: OpenedDocument) -> SourceText {
    SourceText(
      utf8: Array(document.content.text.utf8), format: document.format, charset: document.charset,
      pages: document.content.pageStarts)
  }

  /// The documents in these bytes: what an archive holds, or the document itself.
  func documents(in bytes: [UInt8], named name: String) throws(DocumentError) -> [DocumentMember] {
    let format = DocumentFormat.sniff(bytes)
    guard format.source == .unpacking, extractor != nil else {
      return [DocumentMember(name: name, bytes: bytes)]
    }
    return try extract(bytes, format).members.map { member in
      DocumentMember(name: name + "/" + DocumentMember.name(member.name), bytes: member.bytes)
    }
  }

  private func open(_ document: ForeignDocument) throws(DocumentError) -> OpenedDocument {
    // What holds documents is taken apart by `documents(in:named:)`; one in another is left alone.
    if document.format.source == .unpacking { throw Self.refusal(document.format) }
    let content = try extract(document.bytes, document.format)
    return OpenedDocument(format: document.format, charset: document.charset, content: content)
  }

  private func extract(_ bytes: [UInt8], _ format: DocumentFormat) throws(DocumentError) -> ExtractedDocument
  {
    guard let extractor else { throw Self.refusal(format) }
    do { return try extractor.extract(bytes, as: format) } catch { throw DocumentError(error, format) }
  }

  private static func refusal(_ format: DocumentFormat) -> DocumentError {
    let english = "is no plain text (\(format.name)); \(format.advice)"
    let (reason, what, hint): (DocumentError.Reason, String, String) =
      switch format {
      case .binary: (.binary, "不是文本", "请放入报道的文字，存为纯文本（UTF-8）")
      case .locked: (.encrypted, "Office文件有密码", "请去掉密码后再放入")
      case .image: (.scanned, "图片，没有文字", "请先做文字识别，存为纯文本（UTF-8）")
      case .elf, .sqlite, .media:
        (.binary, "不是文本，而是\(format.rawValue)", "请放入报道的文字，存为纯文本（UTF-8）")
      default: (.format, "\(format.rawValue)格式暂不能读", "请另存为纯文本（UTF-8）后再放入")
      }
    return DocumentError(reason, what, hint: hint, english: english)
  }

  private static func decode(_ bytes: [UInt8]) throws(DocumentError) -> DecodedText {
    do { return try TextDecoder.decode(bytes) } catch {
      switch error {
      case .binary:
        throw DocumentError(
          .binary, "不是文本：编码无法识别", hint: "请另存为UTF-8纯文本后再放入",
          english: "is no text in UTF-8, UTF-16, GB18030 or Big5; save it as plain text in UTF-8")
      case .noConverter, .noOpenCC:
        throw DocumentError(.missingTool, "\(error)", hint: "安装后再放入", english: "\(error)")
      }
    }
  }
}
