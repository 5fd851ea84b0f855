// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Journal
internal import Settings

/// Takes entries from the outbox to the journal and does not let go of them until they were read back there.
///
/// The outbox is the truth; this class holds only which of its rows are under way. Sending happens on the
/// writer's thread, everything else here on the loop's. What to do about an entry that cannot be seen is
/// `Confirmation`'s to say.
final class JournalDelivery {
  /// Entries under way at most: what journald drops under load is then little.
  private static let window = 4096
  /// Before an entry that was dropped once, in microseconds.
  private static let pauseForDropped: UInt32 = 2000

  private let archive: MeetingArchive
  private let writer: JournalWriter
  private let reader: JournalReader
  private let timer: EventLoop.Source
  private let barriers: BarrierEntries
  private let onTrouble: (ArchiveError) -> Void
  private var confirmation = Confirmation()
  private var underWay: Set<String> = []
  private var lastSeq: Int64 = 0
  private var idle: (() -> Void)?
  /// False while the journal takes nothing or shows nothing; told in the status.
  private(set) var isAvailable = true

  /// `onTrouble` is told when the archive fails, which ends the daemon.
  init(
    archive: MeetingArchive, namespace: String?, loop: EventLoop, barriers: BarrierEntries,
    onTrouble: @escaping (ArchiveError) -> Void
  ) throws(StartupError) {
    self.archive = archive
    self.barriers = barriers
    self.onTrouble = onTrouble
    reader = JournalReader(namespace.map { .namespace($0) } ?? .system)
    do { writer = try JournalWriter() } catch {
      throw StartupError("\(error)", hint: "look at the unit's limits of tasks and files", exitCode: .missing)
    }
    var due: () -> Void = {}
    timer = loop.timer { due() }
    due = { [unowned self] in run { confirmation.due(at: EventLoop.now * 1000) } }
    loop.watch(writer.descriptor) { [unowned self] _ in receive() }
  }

  /// Entries that wait or are under way.
  var waiting: Int { underWay.count }

  /// At start: asks what became of the entries that were not confirmed when the daemon last ended.
  func recover() {
    guarded { () throws(ArchiveError) in
      let open = try archive.pendingEntries(limit: Int.max)
      lastSeq = open.last?.seq ?? 0
      underWay = Set(open.map(\.id))
      // What was never handed over cannot have been in a journal that is gone now: it is sent whatever is missing.
      let entries = open.map { (id: $0.id, wall: $0.state == .queued ? .max : UInt64(max(0, $0.queued))) }
      run { confirmation.recover(entries, at: EventLoop.now * 1000) }
    }
  }

  /// Sends what was queued since the last call, as far as the window allows.
  func pump() {
    guarded { () throws(ArchiveError) in
      let room = Self.window - underWay.count
      guard room > 0 else { return }
      let fresh = try archive.pendingEntries(after: lastSeq, limit: room)
      guard let last = fresh.last else { return }
      lastSeq = last.seq
      underWay.formUnion(fresh.map(\.id))
      writer.send(fresh.compactMap(journalEntry))
    }
  }

  /// Called when entries have landed: who waited for room can go on.
  var onRoom: () -> Void = {}

  /// Calls `body` once everything that is under way stands in the journal.
  func whenIdle(_ body: @escaping () -> Void) {
    if underWay.isEmpty { body() } else { idle = body }
  }

  /// Lets go at once: what was not sent is still in the outbox.
  func stop() { writer.stop() }

  private func receive() {
    let now = EventLoop.now * 1000
    var handed: [String] = []
    for receipt in writer.receipts() where !barriers.owns(receipt.id) {
      switch receipt.outcome {
      case .handed:
        handed.append(receipt.id)
        confirmation.handed(receipt.id, wall: SystemClock.microseconds, at: now)
      case .unavailable: run { confirmation.refused(receipt.id, at: now) }
      case .refused: guarded { () throws(ArchiveError) in try retire([receipt.id]) }
      }
    }
    if !handed.isEmpty { guarded { () throws(ArchiveError) in try archive.markSent(handed) } }
    arm()
  }

  /// Does what the state machine says, and what it says after that, until it has nothing more to say.
  private func run(_ first: () -> [Confirmation.Action]) {
    var actions = first()
    while !actions.isEmpty {
      let action = actions.removeFirst()
      guarded { () throws(ArchiveError) in actions += try perform(action) }
    }
    arm()
  }

  private func perform(_ action: Confirmation.Action) throws(ArchiveError) -> [Confirmation.Action] {
    switch action {
    case .lookUp(let ids, let barrier): return try lookUp(ids, barrier)
    case .sendBarrier(let number): writer.send([journalEntry(barriers.make(number))])
    case .landed: break
    case .send(let ids): try sendAgain(ids)
    case .retired(let ids): try retire(ids)
    case .unavailable: isAvailable = false
    case .available: isAvailable = true
    }
    return []
  }

  /// A journal that cannot be read shows nothing, and then nothing is ever sent again.
  private func lookUp(_ ids: [String], _ barrier: Int?) throws(ArchiveError) -> [Confirmation.Action] {
    let barrierSeen = barrier.flatMap { number in
      barriers.identifier(number).map { (try? reader.showsBarrier($0)) ?? false }
    }
    let sightings = (try? reader.sightings(of: ids)) ?? [:]
    let landed = ids.compactMap { id in sightings[id].map { (id: id, cursor: $0.cursor) } }
    if !landed.isEmpty {
      try archive.confirm(landed)
      // Visible is not durable: journald syncs every five minutes, a power cut takes what came since.
      _ = try? JournalFiles().sync()
      underWay.subtract(landed.map(\.id))
    }
    let oldest = barrierSeen == true ? (try? reader.oldestEntry()) ?? nil : nil
    let more = confirmation.looked(
      seen: Set(sightings.keys), barrierSeen: barrierSeen ?? false, oldest: oldest, at: EventLoop.now * 1000)
    if !landed.isEmpty {
      pump()
      onRoom()
    }
    return more
  }

  private func sendAgain(_ ids: [String]) throws(ArchiveError) {
    var entries: [JournalEntry] = []
    for id in ids {
      if let entry = try archive.entry(id: id).flatMap(journalEntry) { entries.append(entry) }
    }
    writer.send(entries, pauseMicroseconds: Self.pauseForDropped)
  }

  private func retire(_ ids: [String]) throws(ArchiveError) {
    try archive.retire(ids)
    underWay.subtract(ids)
  }

  private func arm() {
    if let deadline = confirmation.nextDeadline {
      timer.fire(at: deadline / 1000)
    } else {
      timer.enabled = false
    }
    if underWay.isEmpty, let body = idle {
      idle = nil
      body()
    }
  }

  private func guarded(_ body: () throws(ArchiveError) -> Void) {
    do { try body() } catch { onTrouble(error) }
  }

  private func journalEntry(_ row: OutboxEntry) -> JournalEntry? {
    Entry(bytes: row.fields).map(journalEntry)
  }

  private func journalEntry(_ entry: Entry) -> JournalEntry {
    JournalEntry(id: entry.id, fields: entry.fields.map { JournalEntry.Field($0.name, $0.value) })
  }
}
