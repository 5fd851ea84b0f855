// SPDX-License-Identifier: Apache-2.0

internal import Extraction
package import Lexicon
package import Minutes
package import Reading
internal import Text

/// Reads one document from its bytes: format, charset, text, report.
///
/// Both programs read by it, so that `minutectl read` shows what the daemon would keep.
package struct DocumentReader {
  /// What came of one document.
  package struct Result: Sendable {
    package var report: Report
    package var format: String
    package var charset: String
    /// The text as decoded, UTF-8, which spans point into.
    package var text: [UInt8]
  }

  private let vocabulary: Vocabulary
  private let reader: Reader
  private let simplifier: Simplifier
  private let tables: CharacterTables

  /// `dataFolder` holds the tables of OpenCC.
  package init(vocabulary: Vocabulary, dataFolder: String) {
    self.vocabulary = vocabulary
    reader = Reader(vocabulary: vocabulary)
    let simplifier = Simplifier(dataFolder: dataFolder)
    self.simplifier = simplifier
    // Without the C library's GB18030 slipped bytes stay lost, which is on record: no reason to refuse a text.
    tables = CharacterTables(simplify: simplifier.forms, gbkPlane: { (try? GBKPlane.scalars()) ?? [] })
  }

  /// The rules number that readings are made under.
  package static var rulesNumber: Int { Reader.rulesNumber }

  /// Reads a document; `fileName`, with its sub-folder, is the last evidence for place and year.
  package func read(_ bytes: [UInt8], named fileName: String) throws(DocumentError) -> Result {
    let (decoded, format) = try text(of: bytes)
    let report = try withSimplifier { reader.read(decoded.utf8, named: fileName, tables) }
    return Result(report: report, format: format.rawValue, charset: decoded.charset, text: decoded.utf8)
  }

  /// The text that a document is read from, after all cleaning.
  package func clean(_ bytes: [UInt8]) throws(DocumentError) -> String {
    let decoded = try text(of: bytes).decoded
    let text = try withSimplifier { Cleaner(vocabulary: vocabulary).clean(decoded.utf8, tables) }
    return text.string(0..<text.scalars.count)
  }

  /// How a document is read, rule by rule.
  package func explain(_ bytes: [UInt8], named fileName: String) throws(DocumentError) -> Explanation {
    let decoded = try text(of: bytes).decoded
    return try withSimplifier {
      Explainer(vocabulary: vocabulary).explain(decoded.utf8, named: fileName, tables)
    }
  }

  private func text(of bytes: [UInt8]) throws(DocumentError) -> (decoded: DecodedText, format: DocumentFormat) {
    if bytes.isEmpty {
      throw DocumentError(
        .empty, "空文件，没有内容", hint: "请检查上传是否完成，再放入一次",
        english: "is empty; check that it was copied whole")
    }
    let format = DocumentFormat.sniff(bytes)
    guard format == .text else { throw Self.refusal(format) }
    return (try decode(bytes), format)
  }

  /// Runs `body`; a text that asked for simplified forms in vain is refused.
  private func withSimplifier<Value>(_ body: () -> Value) throws(DocumentError) -> Value {
    simplifier.failure = nil
    let value = body()
    if let missing = simplifier.failure {
      throw DocumentError(.missingTool, "繁体文本需要OpenCC：\(missing)", hint: "安装后再放入", english: "\(missing)")
    }
    return value
  }

  private static func refusal(_ format: DocumentFormat) -> DocumentError {
    let english = "is no plain text (\(format.name)); \(format.advice)"
    let (reason, what, hint): (DocumentError.Reason, String, String) =
      switch format {
      case .binary: (.binary, "不是文本", "请放入报道的文字，存为纯文本（UTF-8）")
      case .elf, .sqlite, .image, .media:
        (.binary, "不是文本，而是\(format.rawValue)", "请放入报道的文字，存为纯文本（UTF-8）")
      default: (.format, "\(format.rawValue)格式暂不能读", "请另存为纯文本（UTF-8）后再放入")
      }
    return DocumentError(reason, what, hint: hint, english: english)
  }

  private func decode(_ bytes: [UInt8]) throws(DocumentError) -> DecodedText {
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
