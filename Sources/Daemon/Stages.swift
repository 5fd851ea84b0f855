// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Lexicon
internal import Minutes
internal import Settings

/// The stages that take the time, as functions: reading a document from its bytes in the store, comparing a
/// meeting with what is known, rendering its digest.
///
/// Each depends on its arguments alone. A test that drops the same reports in 200 orders remembers what they
/// gave.
struct Stages {
  var read: (Document) throws(DocumentError) -> Beginning
  /// The reading of a document that a child has opened.
  var readOpened: (Document, OpenedDocument) throws(DocumentError) -> DocumentReading
  /// On any thread, as is `render`.
  var findings: @Sendable (Meeting, Baselines) -> Findings
  /// The digest as the archive keeps it, and its entries for the outbox.
  var render: @Sendable (MeetingDigest, JournalEntries.Sending) -> (KeptDigest, [OutboxEntry])

  /// What there is of a document at once: its reading, what a child must open first, or why its bytes cannot
  /// be read now.
  enum Beginning {
    case read(DocumentReading)
    case foreign(ForeignDocument)
    case failed(ArchiveError)
  }
}

extension Stages {
  init(setup: Setup, state: StateFolder) {
    let store = ContentStore(path: state.store)
    let desk = DocumentReader(vocabulary: setup.vocabulary, dataFolder: setup.source.data.path)
    let comparer = Comparer(words: ComparingWords(setup.vocabulary))
    let language = setup.language
    let reports = state.reports(setup.configuration)
    self.init(
      read: { (document) throws(DocumentError) in
        let kept: [UInt8]?
        do throws(ArchiveError) {
          kept = try store.bytes(of: document.sha256)
        } catch {
          return .failed(error)
        }
        guard let bytes = kept else { throw .lost }
        switch try desk.begin(bytes, named: document.name) {
        case .foreign(let foreign): return .foreign(foreign)
        case .read(let result): return .read(try Self.reading(result, of: document, rules: setup.rules))
        }
      },
      readOpened: { (document, opened) throws(DocumentError) in
        try Self.reading(desk.read(opened, named: document.name), of: document, rules: setup.rules)
      },
      findings: { comparer.findings(in: $0, against: $1) },
      render: { digest, sending in
        var sending = sending
        sending.reports = reports
        return Self.render(digest.told(in: language), sending)
      })
  }

  private static func reading(
    _ result: DocumentReader.Result, of document: Document, rules: String
  ) throws(DocumentError) -> DocumentReading {
    if let problem = DocumentError.unusable(result.report) { throw problem }
    var document = document
    if result.report.isInvented { document.provenance = .invented }
    return DocumentReading(
      document: document, format: result.format, charset: result.charset, rules: rules, report: result.report)
  }

  private static func render(
    _ digest: MeetingDigest, _ sending: JournalEntries.Sending
  ) -> (KeptDigest, [OutboxEntry]) {
    let texts = DigestText.both(digest)
    let entries = JournalEntries.make(digest, sending: sending, message: texts.text)
    let kept = KeptDigest(
      id: digest.id, meetingID: digest.meeting.id, provenance: digest.record.provenance,
      baselines: digest.compared.map(\.record.meeting.id), previous: digest.baselines.previous?.meeting.id,
      sources: digest.record.documents.map(\.sha256),
      json: DigestJSON.value(digest, texts: texts).text(),
      text: text(entries), supersedes: digest.correction?.superseded.id, entries: entries.count)
    return (kept, entries.map { OutboxEntry($0, digest: digest.id) })
  }

  /// The digest's text with that of each change below it: what MESSAGE has no room for.
  private static func text(_ entries: [Entry]) -> String {
    entries.compactMap { $0["MESSAGE"] }.joined(separator: "\n\n")
  }
}
