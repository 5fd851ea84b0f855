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
  var read: (Document) throws(DocumentError) -> DocumentReading
  var findings: (Meeting, Baselines) -> Findings
  /// The digest as the archive keeps it, and its entries for the outbox.
  var render: (MeetingDigest, JournalEntries.Sending) -> (KeptDigest, [OutboxEntry])
}

extension Stages {
  init(setup: Setup, state: StateFolder) {
    let store = ContentStore(path: state.store)
    let desk = DocumentReader(vocabulary: setup.vocabulary, dataFolder: setup.source.data.path)
    let comparer = Comparer(words: ComparingWords(setup.vocabulary))
    let language = setup.language
    self.init(
      read: { (document) throws(DocumentError) in
        try Self.read(document, store, desk, rules: setup.rules)
      },
      findings: { comparer.findings(in: $0, against: $1) },
      render: { Self.render($0.told(in: language), $1) })
  }

  private static func read(
    _ document: Document, _ store: ContentStore, _ desk: DocumentReader, rules: String
  ) throws(DocumentError) -> DocumentReading {
    guard let bytes = store.bytes(of: document.sha256) else { throw .lost }
    let result = try desk.read(bytes, named: document.name)
    if let problem = DocumentError.unusable(result.report) { throw problem }
    var document = document
    if result.report.isInvented { document.provenance = .invented }
    return DocumentReading(
      document: document, format: result.format, charset: result.charset, rules: rules, report: result.report)
  }

  private static func render(
    _ digest: MeetingDigest, _ sending: JournalEntries.Sending
  ) -> (KeptDigest, [OutboxEntry]) {
    let entries = JournalEntries.make(digest, sending: sending)
    let kept = KeptDigest(
      id: digest.id, meetingID: digest.meeting.id, provenance: digest.record.provenance,
      baselines: digest.compared.map(\.record.meeting.id), previous: digest.baselines.previous?.meeting.id,
      sources: digest.record.documents.map(\.sha256),
      json: DigestJSON.value(digest, message: entries.first?["MESSAGE"]).text(),
      text: text(entries), supersedes: digest.correction?.superseded.id, entries: entries.count)
    return (kept, entries.map { OutboxEntry($0, digest: digest.id) })
  }

  /// The digest's text with that of each change below it: what MESSAGE has no room for.
  private static func text(_ entries: [Entry]) -> String {
    entries.compactMap { $0["MESSAGE"] }.joined(separator: "\n\n")
  }
}
