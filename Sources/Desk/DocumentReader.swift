// SPDX-License-Identifier: Apache-2.0

package import Extraction
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
    /// nil where the format itself lays it down.
    package var charset: String?
    /// The text as decoded or extracted, UTF-8, which spans point into.
    package var text: [UInt8]
  }

  /// What came of a document without the help of a child.
  package enum Beginning: Sendable {
    case read(Result)
    case foreign(ForeignDocument)
  }

  private let vocabulary: Vocabulary
  private let reader: Reader
  private let simplifier: Simplifier
  private let tables: CharacterTables
  private let source: TextSource

  /// `dataFolder` holds the tables of OpenCC. Without an `extractor` nothing but plain text is read.
  package init(vocabulary: Vocabulary, dataFolder: String, extractor: DocumentExtractor? = nil) {
    self.vocabulary = vocabulary
    source = TextSource(extractor: extractor)
    reader = Reader(vocabulary: vocabulary)
    let simplifier = Simplifier(dataFolder: dataFolder)
    self.simplifier = simplifier
    // Without the C library's GB18030 slipped bytes stay lost, which is on record: no reason to refuse a
    // text.
    tables = CharacterTables(simplify: simplifier.forms, gbkPlane: { (try? GBKPlane.scalars()) ?? [] })
  }

  /// The rules number that readings are made under.
  package static var rulesNumber: Int { Reader.rulesNumber }

  /// Reads a document; `fileName`, with its sub-folder, is the last evidence for place and year.
  package func read(_ bytes: [UInt8], named fileName: String) throws(DocumentError) -> Result {
    try read(try source.text(of: bytes), named: fileName)
  }

  /// Reads plain text at once, and makes every other document ready for a child: what a service does that may
  /// not wait for one.
  package func begin(_ bytes: [UInt8], named fileName: String) throws(DocumentError) -> Beginning {
    switch try TextSource.prepare(bytes) {
    case .text(let text): .read(try read(text, named: fileName))
    case .foreign(let document): .foreign(document)
    }
  }

  /// Reads a document that a child has opened.
  package func read(
    _ document: OpenedDocument, named fileName: String
  ) throws(DocumentError) -> Result {
    try read(TextSource.text(of: document), named: fileName)
  }

  private func read(_ text: TextSource.SourceText, named fileName: String) throws(DocumentError) -> Result {
    let pages = text.pages.map { TextPage(number: $0.page, start: $0.offset) }
    let report = try withSimplifier { reader.read(text.utf8, named: fileName, tables, pages: pages) }
    return Result(report: report, format: text.format.rawValue, charset: text.charset, text: text.utf8)
  }

  /// The text that a document is read from, after all cleaning.
  package func clean(_ bytes: [UInt8]) throws(DocumentError) -> String {
    let source = try source.text(of: bytes)
    let text = try withSimplifier { Cleaner(vocabulary: vocabulary).clean(source.utf8, tables) }
    return text.string(0..<text.scalars.count)
  }

  /// How a document is read, rule by rule.
  package func explain(_ bytes: [UInt8], named fileName: String) throws(DocumentError) -> Explanation {
    let text = try source.text(of: bytes)
    return try withSimplifier {
      Explainer(vocabulary: vocabulary).explain(text.utf8, named: fileName, tables)
    }
  }

  /// The documents in these bytes: what an archive holds, each by its own name, or the document itself.
  package func documents(in bytes: [UInt8], named fileName: String) throws(DocumentError) -> [DocumentMember]
  {
    try source.documents(in: bytes, named: fileName)
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
}
