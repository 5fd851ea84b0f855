// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Lexicon
internal import Minutes
internal import Reading
internal import Settings

/// The way of a file, from its bytes in the store to entries in the outbox: it is read, kept, told.
///
/// What came together is read and kept first and then told in order of meeting date, so that years that were
/// dropped at once are each compared with the one before. All of it is one commit. Imports and bursts, which
/// may be a hundred thousand files, go the same way in slices: `BatchReading`, `BatchTelling`.
struct Pipeline {
  let archive: MeetingArchive
  let stages: Stages
  let outcomes: Outcomes
  let keeper: Keeper
  let teller: Teller
  let corrector: Corrector
  let amending: Amending
  let attempts: Attempts
  let store: ContentStore
  let rules: String
  let boot: String

  init(
    setup: Setup, archive: MeetingArchive, state: StateFolder, stages: Stages? = nil,
    attempts: Attempts = Attempts()
  ) {
    self.archive = archive
    self.attempts = attempts
    let stages = stages ?? Stages(setup: setup, state: state)
    self.stages = stages
    let comparisons = Comparisons(
      archive: archive, vocabulary: setup.vocabulary, rules: setup.rules, findings: stages.findings)
    outcomes = Outcomes(voice: Voice(setup.language, words: EnglishWords(setup.vocabulary)))
    corrector = Corrector(archive: archive, comparisons: comparisons, stages: stages, outcomes: outcomes)
    amending = Amending(archive: archive, amender: Amender(vocabulary: setup.vocabulary))
    keeper = Keeper(
      archive: archive, comparisons: comparisons, corrector: corrector,
      contradictions: Contradictions(archive: archive, outcomes: outcomes, rules: setup.rules))
    teller = Teller(
      archive: archive, comparisons: comparisons, stages: stages, outcomes: outcomes, boot: state.boot)
    store = ContentStore(path: state.store)
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
    let counts = try begin(arrivals.map(\.id))
    return zip(arrivals, counts).map { arrival, count in
      var begun = arrival
      begun.attempts = count
      return begun
    }
  }

  /// Counts an attempt for each arrival by its number, which may stand several times, and returns how many
  /// each has now.
  ///
  /// One that was begun before in this life of the daemon is not counted again: a disk that is full, and not
  /// the file, was in its way.
  func begin(_ arrivals: [Int64]) throws(ArchiveError) -> [Int] {
    let fresh = Set(arrivals).subtracting(attempts.underWay).sorted()
    let counts = Dictionary(uniqueKeysWithValues: zip(fresh, try archive.begin(fresh, boot: boot)))
    for (arrival, count) in counts { attempts.note(count, of: arrival) }
    return arrivals.map { counts[$0] ?? attempts.count(of: $0) ?? 1 }
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
    try attempts.during(arrivals.map(\.id)) { () throws(ArchiveError) in try tell(begun: arrivals) }
  }

  private func tell(begun arrivals: [Arrival]) throws(ArchiveError) -> Tally {
    try tell(try arrivals.map { (arrival) throws(ArchiveError) in try work(arrival) })
  }

  /// Keeps and tells what reading made of arrivals, in one commit.
  func tell(_ works: [Work]) throws(ArchiveError) -> Tally {
    var tally = Tally()
    try archive.together { () throws(ArchiveError) in
      var moved: [(Meeting, Provenance)] = []
      for work in works {
        let kept = try keep(work)
        tally.add(kept.tally)
        moved += kept.gone
      }
      var outdated = Set(try corrector.outdated(after: moved))
      for part in try archive.untold(batch: nil, limit: .max) {
        let told = try teller.tell(part, corrects: true)
        tally.add(told.tally)
        outdated.formUnion(try self.outdated(by: told))
      }
      for key in outdated.sorted() { try corrector.correctPrevious(of: key) }
    }
    return tally
  }

  /// Corrects the digests of meetings whose further sources have been gathered.
  func correct(_ keys: [MeetingKey]) throws(ArchiveError) {
    try archive.together { () throws(ArchiveError) in
      for key in keys { try corrector.correctSources(of: key) }
    }
  }

  /// Meetings whose digests name another meeting before them than the archive does since this was told.
  func outdated(by told: Teller.Told) throws(ArchiveError) -> [MeetingKey] {
    try told.fresh.map { (fresh) throws(ArchiveError) in try corrector.outdated(after: [fresh]) } ?? []
  }

  /// A file that ended the daemon this often is refused, so that it cannot keep the others from being read.
  static let mostAttempts = 3

  /// What can be made of an arrival at once, or what a child is to be given.
  enum Beginning {
    case work(Work)
    case foreign(ForeignDocument)
  }

  /// Throws where its bytes are there and cannot be read: no document is refused for that.
  func beginning(of arrival: Arrival) throws(ArchiveError) -> Beginning {
    if arrival.attempts > Self.mostAttempts { return .work(.refused(arrival, .crashed)) }
    if let sha256 = arrival.file.sha256, try archive.isForgotten(sha256) {
      store.remove(sha256)
      return .work(.refused(arrival, .forgotten(sha256)))
    }
    switch Result(catching: { () throws(DocumentError) in try stages.read(arrival.document) }) {
    case .success(.read(let reading)): return .work(.read(arrival, reading))
    case .success(.foreign(let foreign)) where foreign.holdsDocuments && arrival.file.container != nil:
      return .work(.refused(arrival, .nested(foreign.format)))
    case .success(.foreign(let foreign)): return .foreign(foreign)
    case .success(.failed(let error)): throw error
    case .failure(let error): return .work(.refused(arrival, error))
    }
  }

  /// What reading makes of an arrival.
  func work(_ arrival: Arrival) throws(ArchiveError) -> Work {
    switch try beginning(of: arrival) {
    case .work(let work): return work
    // Bytes that were read before need not be opened again to be told as a duplicate.
    case .foreign:
      return try archive.document(sha256: arrival.file.sha256 ?? "").map { .read(arrival, $0) }
        ?? .foreign(arrival)
    }
  }

  /// What reading makes of an arrival that a child has opened.
  func work(_ arrival: Arrival, _ opened: OpenedDocument) -> Work {
    do throws(DocumentError) {
      return .read(arrival, try stages.readOpened(arrival.document, opened))
    } catch {
      return .refused(arrival, error)
    }
  }

  /// Keeps what reading made of an arrival; what is refused or known is at its outcome with that.
  func keep(_ work: Work) throws(ArchiveError) -> (tally: Tally, gone: [(Meeting, Provenance)]) {
    if try hold(work) { return (Tally(), []) }
    switch try checked(work) {
    case .foreign(let arrival):
      try archive.setAside(arrival.id)
      return (Tally(), [])
    case .refused(let arrival, let error):
      let entry = outcomes.rejected(arrival.file, error)
      try archive.settle(outcome(arrival, rejection: error.reason.rawValue, entries: [entry]), boot: boot)
      return (Tally(rejected: 1), [])
    case .read(let arrival, let reading):
      if let known = try archive.document(sha256: reading.document.sha256) {
        let entry = outcomes.duplicate(arrival.file, of: known.document)
        try archive.settle(outcome(arrival, entries: [entry]), boot: boot)
        return (Tally(duplicates: 1), [])
      }
      let earlier = try keeper.earlier(of: arrival, reading.report)
      try amending.adopt(reading, inPlaceOf: earlier)
      return (Tally(), try keeper.keep(try amending.amended(reading), of: arrival, inPlaceOf: earlier))
    }
  }

  /// Keeps what reading made of an arrival that is on hold, and nothing of what it says where others look; false
  /// for one that is not, or that a child must open first.
  private func hold(_ work: Work) throws(ArchiveError) -> Bool {
    guard try archive.isHeld(work.arrival.id) else { return false }
    switch work {
    case .foreign: return false
    case .refused(let arrival, let error):
      try archive.hold(arrival.id, meetings: [], reason: error.reason.rawValue)
    case .read(let arrival, let reading):
      try archive.hold(arrival.id, meetings: reading.report.meetings.map(HeldFile.Meeting.init), reason: nil)
    }
    return true
  }

  /// Refuses a file that was read and whose telling has ended the daemon.
  func refuseCrashed(_ part: UntoldPart) throws(ArchiveError) -> Tally {
    guard let arrival = try archive.arrival(part.arrival) else { return Tally() }
    let entry = OutboxEntry(outcomes.rejected(arrival.file, .crashed))
    try archive.giveUp(part.arrival, reason: DocumentError.crashed.reason.rawValue, [entry], boot: boot)
    return Tally(rejected: 1)
  }

  private func outcome(_ arrival: Arrival, rejection: String? = nil, entries: [Entry]) -> Outcome {
    Outcome(arrival: arrival.id, rejection: rejection, entries: entries.map { OutboxEntry($0) })
  }
}

extension Arrival {
  /// Its bytes, as reading knows them.
  var document: Document {
    Document(name: file.display, sha256: file.sha256 ?? "", provenance: file.provenance)
  }
}

extension HeldFile.Meeting {
  /// What a list shows of a meeting whose report is on hold.
  init(_ meeting: Meeting) {
    self.init(
      id: meeting.id, title: meeting.title, place: meeting.jurisdiction?.fullName, kind: meeting.kind,
      date: meeting.date?.description, priorities: meeting.priorities.count, figures: meeting.figures.count)
  }
}

extension OutboxEntry {
  /// An entry as the outbox keeps it.
  init(_ entry: Entry, digest: String? = nil) {
    self.init(id: entry.id, digestID: digest, fields: entry.bytes)
  }
}
