// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Journal
internal import Settings

/// Takes entries from the outbox to the journal and does not let go of them until they were read back there.
///
/// The outbox is the truth; this class holds only which of its rows are under way. Sending and reading back
/// happen on threads of their own, since both may block; everything else here on the loop's. What to do about
/// an entry that cannot be seen is `Confirmation`'s to say.
final class JournalDelivery {
  /// Entries under way at most: what journald drops under load is then little.
  private static let window = 8192
  /// From so many on no more files are taken: the window keeps room for what is told already.
  private static let most = 6144

  private let archive: MeetingArchive
  private let writer: JournalWriter
  private let readBack: ReadBack
  private let timer: EventLoop.Source
  private let barriers: BarrierEntries
  private let onTrouble: (any Error) -> Void
  private var confirmation = Confirmation()
  private var pace = JournalPace()
  private var review: JournalReview?
  private var underWay: Set<String> = []
  /// Handed to the socket, which the archive does not know yet.
  private var unmarked: Set<String> = []
  private var doubts = JournalDoubts()
  private var replaying: JournalReplay
  private var lastSeq: Int64 = 0
  /// After a restore the journal is asked before anything is sent, until then (microseconds since 1970).
  private var asksUntil: Int64 = 0
  private var recall = JournalRecall()
  private var isRefused = false
  /// The machine's boot, until it was asked what became of earlier entries: nothing may be sent before.
  private var unrecovered: String?
  private var seen: JournalObstacle?
  private var idle: (() -> Void)?
  /// Why nothing gets into the journal, or is seen there; nil while all is well.
  private var obstacle: JournalObstacle?

  /// `onTrouble` is told when the archive or the journal's disk fails, which ends the daemon.
  init(
    archive: MeetingArchive, namespace: String?, loop: EventLoop, barriers: BarrierEntries,
    onTrouble: @escaping (any Error) -> Void
  ) throws(StartupError) {
    self.archive = archive
    replaying = JournalReplay(archive: archive)
    self.barriers = barriers
    self.onTrouble = onTrouble
    do {
      writer = try JournalWriter()
      readBack = try ReadBack(JournalReader(namespace.map { .namespace($0) } ?? .system))
    } catch {
      throw StartupError("\(error)", hint: "look at the unit's limits of tasks and files", exitCode: .missing)
    }
    var due: () -> Void = {}
    timer = loop.timer { due() }
    due = { [unowned self] in run { confirmation.due(at: Self.now) } }
    loop.watch(writer.descriptor) { [unowned self] _ in receive() }
    loop.watch(readBack.descriptor) { [unowned self] _ in for answer in readBack.answers() { take(answer) } }
  }

  /// True where more may be told: the journal has shown that it keeps what it is sent, and that not too much
  /// waits for it.
  var hasRoom: Bool { confirmation.isProven && underWay.count < Self.most }

  /// The ids of entries that were given to the journal, or are about to be, and not seen there yet.
  var handed: Set<String> { underWay }

  /// True while entries are under way of which nothing says that they will not be seen.
  var isAtWork: Bool { obstacle == nil && !underWay.isEmpty }

  /// What is wrong with the journal and what to do about it, for the status; nil while all is well.
  var complaint: String? {
    obstacle.map { "journal unavailable (\($0.rawValue)), entries wait: \($0.hint)" }
  }

  /// The same as a word of a closed vocabulary.
  var complaintReason: String? { obstacle?.rawValue }

  /// At start: asks by a barrier whether the journal can be relied on, and what became of the entries that
  /// were not confirmed when the daemon last ended.
  func recover(boot: String) {
    unrecovered = boot
    guarded { () throws(ArchiveError) in
      let earlier = try archive.enter(
        boot: boot, since: Int64(SystemClock.microseconds) - JournalReview.reach)
      asksUntil = try archive.asksFirst(from: Int64(SystemClock.microseconds), for: JournalReview.reach) ?? 0
      review = JournalReview(archive: archive)
      let open = try archive.openEntries(replays: Self.window / 2)
      replaying = JournalReplay(archive: archive, open: open)
      lastSeq = open.last?.seq ?? 0
      underWay = Set(open.map(\.id))
      // The journal that they are sent to anew may well begin after they were first told.
      let sent = open.filter { $0.state == .sent && $0.replay == nil }
      let suspect = Set(open.filter { $0.seq <= earlier }.map(\.id))
      doubts = JournalDoubts(open: suspect)
      // What was never handed over cannot have been in a journal that is gone now, and what a power cut took
      // before it was seen was not vacuumed: they are sent whatever is missing.
      let mayBeGone = Set(sent.map(\.id)).subtracting(suspect)
      let entries = open.map { entry in
        (id: entry.id, wall: mayBeGone.contains(entry.id) ? UInt64(max(0, entry.queued)) : nil)
      }
      unrecovered = nil
      run { confirmation.begin(with: entries, at: Self.now) }
    }
  }

  /// Sends what was queued since the last call, as far as the window allows.
  func pump() {
    if let unrecovered { return recover(boot: unrecovered) }
    guarded { () throws(ArchiveError) in
      let fresh = try archive.pendingEntries(after: lastSeq, limit: max(0, Self.window - underWay.count))
      if let last = fresh.last { lastSeq = last.seq }
      try sendFresh(fresh)
      if archive.takeReplays() { replaying.begin() }
      // They give way to what is new: only half of the window is theirs.
      send(try replaying.next(limit: Self.window / 2 - underWay.count, except: underWay))
    }
  }

  /// After a restore what follows from files is looked for first; what a person asked for since is news, even
  /// where the same was asked for and told before.
  private func sendFresh(_ entries: [OutboxEntry]) throws(ArchiveError) {
    guard Int64(SystemClock.microseconds) < asksUntil else { return send(entries) }
    let personal = try archive.digestsOfEdits(among: Set(entries.compactMap(\.digestID)))
    let (asked, following) = JournalRecall.split(entries, personal: personal)
    send(asked)
    send(following, asksFirst: true)
  }

  /// Sends the entries that the archive was asked to send anew, however long ago they were queued.
  func replay() {
    replaying.begin()
    pump()
  }

  private func send(_ entries: [OutboxEntry], asksFirst: Bool = false) {
    guard !entries.isEmpty else { return }
    underWay.formUnion(entries.map(\.id))
    guard asksFirst else { return writer.send(entries.map(order)) }
    recall.note(entries)
    run { confirmation.begin(with: entries.map { ($0.id, nil) }, at: Self.now) }
  }

  /// Called when entries have landed: who waited for room can go on.
  var onRoom: () -> Void = {}

  /// Called when the journal is available again, with what stood in the way.
  var onReturn: (JournalObstacle) -> Void = { _ in }

  /// Calls `body` once everything that is under way stands in the journal.
  func whenIdle(_ body: @escaping () -> Void) {
    if underWay.isEmpty { body() } else { idle = body }
  }

  /// Lets go at once: what was not sent is still in the outbox.
  func stop() {
    writer.stop()
    readBack.stop()
  }

  // MARK: - What the threads report

  private func receive() {
    let now = Self.now
    for receipt in writer.receipts() {
      let isBarrier = barriers.received(receipt.id)
      switch receipt.outcome {
      case .handed:
        isRefused = false
        if isBarrier { continue }
        unmarked.insert(receipt.id)
        confirmation.handed(receipt.id, at: now)
      case .unavailable:
        isRefused = true
        run { isBarrier ? confirmation.refusedBarrier() : confirmation.refused(receipt.id, at: now) }
      case .refused: guarded { () throws(ArchiveError) in try retire([receipt.id]) }
      }
    }
    arm()
  }

  private func take(_ answer: ReadBack.Answer) {
    var answer = answer
    // A failed fsync is never tried again here: what it was to save may be lost, and only a new start asks.
    if let error = answer.syncError { return onTrouble(error) }
    if answer.question.isThorough { return takeReview(answer) }
    seen = answer.obstacle
    run {
      guard answer.error == nil, leaveOutHalves(of: &answer), keep(answer) else {
        return confirmation.failedToLook(at: Self.now)
      }
      return confirmation.looked(
        seen: Set(answer.sightings.keys), barrierSeen: doubts.isConclusive(answer), oldest: answer.oldest,
        at: Self.now)
    }
    if !answer.sightings.isEmpty {
      pump()
      onRoom()
    }
    reviewFurther()
  }

  /// False where the archive cannot be asked.
  private func leaveOutHalves(of answer: inout ReadBack.Answer) -> Bool {
    guarded { () throws(ArchiveError) in try doubts.leaveOutHalves(of: &answer, asking: archive) }
  }

  /// Lets the archive know what has landed; false where it has no room for that now.
  private func keep(_ answer: ReadBack.Answer) -> Bool {
    let landed = answer.question.ids.compactMap { id in
      answer.sightings[id].map { (id: id, cursor: $0.cursor) }
    }
    unmarked.subtract(answer.sightings.keys)
    guard !landed.isEmpty || !unmarked.isEmpty else { return true }
    return guarded { () throws(ArchiveError) in
      try archive.confirm(landed, handed: unmarked.sorted())
      unmarked = []
      underWay.subtract(answer.sightings.keys)
      doubts.landed(answer.sightings.keys)
      replaying.ended(answer.sightings.keys)
      recall.forget(answer.sightings.keys)
      pace.landed(landed.count)
    }
  }

  private func takeReview(_ answer: ReadBack.Answer) {
    if doubts.mustAskAgain(after: answer) { return readBack.ask(answer.question) }
    guarded { () throws(ArchiveError) in
      let lost = try review?.take(answer) ?? []
      underWay.formUnion(lost)
      try sendAgain(lost)
    }
    reviewFurther()
  }

  /// Once the journal is known to show what it has, and as long as what it lost leaves room.
  private func reviewFurther() {
    guard hasRoom else { return }
    guarded { () throws(ArchiveError) in
      if let question = try review?.question() { readBack.ask(question) }
      if review?.isOver == true { review = nil }
    }
  }

  // MARK: - What is to be done

  /// Does what the state machine says.
  private func run(_ decide: () -> [Confirmation.Action]) {
    for action in decide() { guarded { () throws(ArchiveError) in try perform(action) } }
    arm()
  }

  private func perform(_ action: Confirmation.Action) throws(ArchiveError) {
    switch action {
    case .lookUp(let ids, let barrier):
      readBack.ask(
        ReadBack.Question(
          ids: ids, copies: replaying.copies(among: ids), barrier: barrier.flatMap(barriers.identifier),
          isReading: doubts.isReading, places: recall.places))
    case .sendBarrier(let number):
      let entry = barriers.make(number)
      writer.send([JournalOrder(id: entry.id) { JournalEntry(entry) }])
    case .landed: break
    case .send(let ids): try sendAgain(ids)
    case .sendAgain(let ids):
      pace.dropped()
      let doubtful = doubts.sentAgain(ids)
      try archive.reissue(doubtful)
      replaying.reissued(doubtful)
      recall.forget(ids)
      try sendAgain(ids)
    case .retired(let ids): try retire(ids)
    case .unavailable: becomeUnavailable()
    case .available: becomeAvailable()
    }
  }

  private func sendAgain(_ ids: [String]) throws(ArchiveError) {
    let entries = try ids.map { (id) throws(ArchiveError) in try archive.entry(id: id) }
    writer.send(entries.compactMap { $0.map(order) })
  }

  private func retire(_ ids: [String]) throws(ArchiveError) {
    try archive.retire(ids)
    underWay.subtract(ids)
    replaying.ended(ids)
  }

  private func becomeUnavailable() {
    obstacle = isRefused ? .refused : barriers.isHanging ? .stalled : seen ?? .filtered
    complaint.map(StandardError.line)
    onRoom()
  }

  private func becomeAvailable() {
    guard let obstacle else { return }
    self.obstacle = nil
    onReturn(obstacle)
    onRoom()
  }

  private func arm() {
    if let deadline = confirmation.nextDeadline, deadline != .max {
      timer.fire(at: deadline / 1000 + 1)
    } else {
      timer.enabled = false
    }
    guard underWay.isEmpty, let body = idle else { return }
    idle = nil
    body()
  }

  @discardableResult
  private func guarded(_ body: () throws(ArchiveError) -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      onTrouble(error)
      return false
    }
  }

  private func order(_ row: OutboxEntry) -> JournalOrder {
    JournalOrder(id: row.id, pauseMicroseconds: pace.pause) {
      Entry(bytes: row.fields).map { JournalEntry($0, reissue: row.reissue) }
    }
  }

  /// Nanoseconds, as `Confirmation` counts.
  private static var now: UInt64 { EventLoop.now * 1000 }
}
