// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Extraction
internal import FoundationEssentials
internal import Inbox
internal import Lexicon
internal import Minutes
internal import Reading
internal import Settings
internal import Text

/// What is given hostile bytes, and what must hold of the answer.
///
/// Any input gives an answer or a clear error: a trap, a hang or a broken promise is a finding. Findings become
/// files in Tests/Fixtures/fuzz, which a test replays.
///
/// Example: `name-arabic-letter-mark` holds U+061C, which a file's name once carried into the journal unescaped.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case cleaner, reader, numerals, decoder, configuration, lexicon, name, answer
  case sniffer, frames, page, word, openDocument, fixedLayout, archive

  /// Works on an input as the programs would; stops the process where a promise is broken.
  package func take(_ bytes: [UInt8]) {
    switch self {
    case .cleaner: Self.clean(bytes)
    case .reader: Self.read(bytes)
    case .numerals: Self.findNumerals(bytes)
    case .decoder: Self.decode(bytes)
    case .configuration: Self.configure(bytes)
    case .lexicon: Self.load(bytes)
    case .name: Self.show(bytes)
    case .answer: Self.takeApart(bytes)
    case .sniffer: Self.sniff(bytes)
    case .frames: Self.takeFrames(bytes)
    case .page: Self.extract(bytes, as: .html)
    case .word: Self.extractParts(bytes, as: .docx)
    case .openDocument: Self.extractParts(bytes, as: .odt)
    case .fixedLayout: Self.extractParts(bytes, as: .ofd)
    case .archive: Self.extract(bytes, as: .zip)
    }
  }

  private static let vocabulary: Vocabulary = {
    do {
      return try Vocabulary(layers: LexiconFolders(base: .find(), machine: "").layers())
    } catch {
      fatalError("the lexicon cannot be read: \(error)")
    }
  }()

  /// 會 is enough for a text to count as changed; the real table is OpenCC's.
  private static var tables: CharacterTables {
    CharacterTables(
      simplify: { _ in [0x6703: 0x4F1A] }, gbkPlane: { (try? GBKPlane.scalars()) ?? [] })
  }

  // MARK: The targets

  private static func clean(_ bytes: [UInt8]) {
    let count = String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    let text = Cleaner(vocabulary: vocabulary).clean(bytes, tables)
    precondition(text.scalars.count == text.origins.count, "a scalar has no origin")
    precondition(
      text.origins.allSatisfy { (0..<Int32(max(count, 1))).contains($0) }, "an origin lies outside")
    for span in text.damage.flatMap(\.spans) { check(span, within: count) }
  }

  private static func read(_ bytes: [UInt8]) {
    let count = String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    let report = wholeReader.read(bytes, named: "2023/深圳.txt", tables)
    for meeting in report.meetings {
      for priority in meeting.priorities { check(priority.excerpt.span, within: count) }
      for figure in meeting.figures { check(figure.excerpt.span, within: count) }
    }
    for figure in report.figures { check(figure.excerpt.span, within: count) }
    _ = Explainer(vocabulary: vocabulary).explain(bytes, named: "", tables)
  }

  private static let wholeReader = Reader(vocabulary: vocabulary)

  private static func findNumerals(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let count = text.unicodeScalars.count
    for numeral in numeralInspector.numerals(in: text) {
      check(numeral.span, within: count)
      precondition(numeral.quantity.value.map { !$0.isNaN } ?? true, "a value is no number")
    }
    for time in timeInspector.times(in: text) { check(time.span, within: count) }
  }

  private static let numeralInspector = NumeralInspector(vocabulary: vocabulary)
  private static let timeInspector = TimeInspector(
    vocabulary: vocabulary, reference: MeetingDate(year: 2023, month: 2, day: 21))

  private static func decode(_ bytes: [UInt8]) {
    guard let text = try? TextDecoder.decode(bytes) else { return }
    precondition(String(validating: text.utf8, as: UTF8.self) != nil, "decoded text is not UTF-8")
  }

  private static func configure(_ bytes: [UInt8]) {
    do {
      let (configuration, _) = try Configuration.parse([ConfigurationFile(path: "minuted.conf", bytes: bytes)]
      )
      precondition(!configuration.folders.isEmpty, "no folder is watched")
    } catch {
      precondition("\(error)".contains("minuted.conf"), "an error does not name its file")
    }
  }

  /// The first byte says which table the rest is.
  private static func load(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let table = TableName.allCases[Int(first) % TableName.allCases.count].rawValue
    let file = LexiconFile(path: "\(table).tsv", bytes: Array(bytes.dropFirst()))
    do { _ = try Vocabulary(layers: [[file]]) } catch {
      precondition(error.path == file.path, "an error does not name its file")
    }
  }

  private static func show(_ bytes: [UInt8]) {
    let shown = FileName(bytes: bytes).description
    precondition(Sanitised.text(shown) == shown, "a file's name can forge a line")
    let text = String(decoding: bytes, as: UTF8.self)
    precondition(Sanitised.text(Sanitised.text(text)) == Sanitised.text(text), "cleaning twice differs")
  }

  /// What a child that a document has taken over may answer.
  private static func takeApart(_ bytes: [UInt8]) {
    for format in [DocumentFormat.docx, .pdf, .doc] {
      let answer = ExtractorAnswer(
        bytes: bytes, ending: .init(signal: 0, status: 0), format: format, limits: .init())
      guard let document = try? answer.document([]) else { continue }
      let hasLineEnd = document.blocks.contains { $0.text.utf8.contains(0x0A) }
      precondition(!hasLineEnd, "a paragraph has a line end")
      let starts = document.pageStarts
      precondition(zip(starts, starts.dropFirst()).allSatisfy { $0.page < $1.page }, "pages are out of order")
    }
  }

  private static func check(_ span: Span, within count: Int) {
    precondition(
      0 <= span.start && span.start <= span.end && span.end <= count, "a span lies outside its text")
  }
}
