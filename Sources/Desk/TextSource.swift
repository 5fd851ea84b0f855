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
    if bytes.isEmpty {
      throw DocumentError(
        .empty, "空文件，没有内容", hint: "请检查上传是否完成，再放入一次",
        english: "is empty; check that it was copied whole")
    }
    let format = DocumentFormat.sniff(bytes)
    switch format.source {
    case .decoding:
      let decoded = try Self.decode(bytes)
      return SourceText(utf8: decoded.utf8, format: format, charset: decoded.charset)
    case .parsing(decodedFirst: true):
      let decoded = try Self.decode(bytes)
      return try extracted(decoded.utf8, format, charset: decoded.charset)
    case .parsing, .converting: return try extracted(bytes, format, charset: nil)
    case .unpacking, .none: throw Self.refusal(format)
    }
  }

  /// The documents in these bytes: what an archive holds, or the document itself.
  func documents(in bytes: [UInt8], named name: String) throws(DocumentError) -> [DocumentMember] {
    let format = DocumentFormat.sniff(bytes)
    guard format.source == .unpacking, extractor != nil else {
      return [DocumentMember(name: name, bytes: bytes)]
    }
    return try extract(bytes, format).members.map { member in
      DocumentMember(name: name + "/" + Self.name(member.name), bytes: member.bytes)
    }
  }

  private func extracted(
    _ bytes: [UInt8], _ format: DocumentFormat, charset: String?
  ) throws(DocumentError) -> SourceText {
    let document = try extract(bytes, format)
    return SourceText(
      utf8: Array(document.text.utf8), format: format, charset: charset, pages: document.pageStarts)
  }

  private func extract(_ bytes: [UInt8], _ format: DocumentFormat) throws(DocumentError) -> ExtractedDocument
  {
    guard let extractor else { throw Self.refusal(format) }
    do { return try extractor.extract(bytes, as: format) } catch { throw DocumentError(error, format) }
  }

  /// A member's name as text. Chinese Windows writes names in GBK and does not say so.
  private static func name(_ bytes: [UInt8]) -> String {
    let parts = bytes.split(separator: UInt8(ascii: "/")).filter { $0 != [0x2E] }
    let name = Array(parts.joined(separator: [0x2F]))
    guard let decoded = try? TextDecoder.decode(name) else { return String(decoding: name, as: UTF8.self) }
    return String(decoding: decoded.utf8, as: UTF8.self)
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
