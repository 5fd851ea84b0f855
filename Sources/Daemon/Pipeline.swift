// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Lexicon
internal import Minutes
internal import Settings

/// The way of a file, from its bytes in the store to entries in the outbox.
///
/// A batch is all that waits: one file mostly, a whole import sometimes. It is read first and then told in
/// order of meeting date, so that an import of years compares each year with the one before. All of it is one
/// commit.
struct Pipeline {
  let archive: MeetingArchive
  let store: ContentStore
  let desk: DocumentReader
  let teller: Teller
  let outcomes: Outcomes
  let rules: String
  let boot: String

  init(setup: Setup, archive: MeetingArchive, state: StateFolder) {
    self.archive = archive
    store = ContentStore(path: state.store)
    desk = DocumentReader(vocabulary: setup.vocabulary, dataFolder: setup.source.data.path)
    teller = Teller(archive: archive, vocabulary: setup.vocabulary, rules: setup.rules)
    outcomes = Outcomes()
    rules = setup.rules
    boot = state.boot
  }

  /// Refuses a file that was never taken, such as one that is too large.
  func refuse(_ refusal: Refusal, now: Int64) throws(ArchiveError) {
    let entry = outcomes.rejected(refusal.file, refusal.error)
    try archive.refuse(
      refusal.file, reason: refusal.error.reason.rawValue, entries: [OutboxEntry(entry)], boot: boot, now: now
    )
  }

  /// Takes arrivals from taken to queued and counts what became of them.
  func process(_ arrivals: [Arrival]) throws(ArchiveError) -> Tally {
    var tally = Tally()
    for batch in Self.batches(of: arrivals) { tally.add(try process(begun: try begin(batch))) }
    return tally
  }

  /// Counts an attempt for each, before it is made; the ledger can do it in the commit that enters them.
  func begin(_ arrivals: [Arrival]) throws(ArchiveError) -> [Arrival] {
    let attempts = try archive.begin(arrivals.map(\.id), boot: boot)
    return zip(arrivals, attempts).map { arrival, attempts in
      var begun = arrival
      begun.attempts = attempts
      return begun
    }
  }

  /// What is read and told together: all that are new, then each that was begun before without an end.
  ///
  /// One of these ended the daemon. Read together they would be refused together, for the sake of one.
  static func batches(of arrivals: [Arrival]) -> [[Arrival]] {
    let fresh = arrivals.filter { $0.attempts == 0 }
    return (fresh.isEmpty ? [] : [fresh]) + arrivals.filter { $0.attempts > 0 }.map { [$0] }
  }

  /// Reads and tells arrivals whose attempt is counted, in one commit.
  func process(begun arrivals: [Arrival]) throws(ArchiveError) -> Tally {
    let read = arrivals.map { $0.attempts > Self.mostAttempts ? .refused($0, .crashed) : reading(of: $0) }
    var tally = Tally()
    try archive.together { () throws(ArchiveError) in
      for work in read.sorted() { tally.add(try settle(work)) }
    }
    return tally
  }

  /// A file that ended the daemon this often is refused, so that it cannot keep the others from being read.
  private static let mostAttempts = 3

  private func reading(of arrival: Arrival) -> Work {
    do throws(DocumentError) {
      let file = arrival.file
      let document = Document(name: file.display, sha256: file.sha256 ?? "", provenance: file.provenance)
      return .read(arrival, try read(document))
    } catch {
      return .refused(arrival, error)
    }
  }

  /// Reads a document from its bytes in the store, under the rules in force.
  func read(_ document: Document) throws(DocumentError) -> DocumentReading {
    guard let bytes = store.bytes(of: document.sha256) else { throw .lost }
    let result = try desk.read(bytes, named: document.name)
    if let problem = DocumentError.unusable(result.report) { throw problem }
    var document = document
    if result.report.isInvented { document.provenance = .invented }
    return DocumentReading(
      document: document, format: result.format, charset: result.charset, rules: rules, report: result.report)
  }

  private func settle(_ work: Work) throws(ArchiveError) -> Tally {
    switch work {
    case .refused(let arrival, let error):
      let entry = outcomes.rejected(arrival.file, error)
      try archive.settle(outcome(arrival, rejection: error.reason.rawValue, entries: [entry]), boot: boot)
      return Tally(rejected: 1)
    case .read(let arrival, let reading):
      if let known = try archive.document(sha256: reading.document.sha256) {
        let entry = outcomes.duplicate(arrival.file, of: known.document)
        try archive.settle(outcome(arrival, entries: [entry]), boot: boot)
        return Tally(duplicates: 1)
      }
      return try tell(arrival, reading)
    }
  }

  /// One outcome for each meeting of the document; a bulletin without one is kept as a source.
  private func tell(_ arrival: Arrival, _ reading: DocumentReading) throws(ArchiveError) -> Tally {
    let meetings = reading.report.meetings
    var kept = outcome(arrival, reading: reading, entries: [])
    var tally = Tally()
    if meetings.isEmpty {
      kept.entries.append(OutboxEntry(outcomes.bulletin(reading)))
      tally.sources += 1
    }
    for (place, meeting) in meetings.enumerated() {
      if let known = try archive.record(id: meeting.id, provenance: reading.document.provenance) {
        kept.entries.append(OutboxEntry(outcomes.source(reading, of: known, part: place + 1)))
        tally.sources += 1
      } else {
        let told = try teller.tell(meeting, of: reading, number: place + 1, parts: meetings.count)
        kept.digests.append(told.digest)
        kept.entries += told.entries.map { OutboxEntry($0, digest: told.digest.id) }
        tally.digests += 1
      }
    }
    try archive.settle(kept, boot: boot)
    return tally
  }

  private func outcome(
    _ arrival: Arrival, rejection: String? = nil, reading: DocumentReading? = nil, entries: [Entry]
  ) -> Outcome {
    Outcome(
      arrival: arrival.id, rejection: rejection, reading: reading, entries: entries.map { OutboxEntry($0) })
  }
}

extension OutboxEntry {
  /// An entry as the outbox keeps it.
  init(_ entry: Entry, digest: String? = nil) {
    self.init(id: entry.id, digestID: digest, fields: entry.bytes)
  }
}
