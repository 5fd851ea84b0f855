// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Inbox
internal import Settings

/// The daemon: one loop that owns the folders, the pipeline, the journal's delivery and the control socket.
///
/// Every turn does the same: take what is complete, in one commit; tell it, in one commit; pump the outbox.
/// What has no room waits safely in the folder. More than `BurstRollup=` at once are a batch: see
/// `Batching.swift`.
final class Daemon {
  /// Files taken in one turn: enough to share a commit, few enough to keep the loop answering.
  private static let batch = 64
  /// How long the journal may take for what it has not yet shown when the daemon is to end, in microseconds.
  private static let patienceAtEnd: UInt64 = 1_500_000

  let loop: EventLoop
  let archive: MeetingArchive
  let delivery: JournalDelivery
  let machine: MachineEntries
  let state: StateFolder
  private(set) var setup: Setup
  private(set) var pipeline: Pipeline
  private(set) var inlets: [Inlet] = []
  let extractions: Extractions
  let sweeper: Sweeper
  private(set) var pages: ReportPages?
  let drafting: DraftingThreads
  /// The batch that is being told.
  var telling: BatchTelling?
  /// No child is begun before this moment of the loop's clock.
  var openingPause: UInt64 = 0
  /// Requests to retry whose documents are being opened.
  var retries: [RetryRequest] = []
  private var control: ControlSocket?
  var mounts: MountTable?
  let disk: DiskWatch
  private(set) var rereading: Rereading
  private var corrections: CorrectionClock
  /// What is to be done when a batch is told, by its number.
  var batchEnds: [Int64: (Batch) -> Void] = [:]
  /// Requests that are answered when everything is read by the rules in force.
  private var deferred: [() -> Void] = []
  /// Requests that are answered when no batch is under way either.
  private var asked: [() throws(ArchiveError) -> Void] = []
  /// Why the last reload was refused; shown until one succeeds.
  private(set) var complaint: String?
  private var toldStatus = ""
  private(set) var turn: EventLoop.Source?
  private var clock: EventLoop.Source?
  private var retention: EventLoop.Source?
  private(set) var sweeping: EventLoop.Source?
  /// Requests to correct what other rules told, first come, and what is done when one is over.
  var rulesCorrections: [(work: RulesCorrection, end: (RulesCorrection) -> Void)] = []
  private(set) var correcting: EventLoop.Source?
  private var ending: EventLoop.Source?
  /// True from the signal that ends it: no more work is begun.
  var isEnding: Bool { ending != nil }

  init(setup: Setup, state: StateFolder, archive: MeetingArchive, loop: EventLoop) throws {
    self.setup = setup
    self.state = state
    self.loop = loop
    self.archive = archive
    drafting = try DraftingThreads()
    machine = MachineEntries(rules: setup.rules)
    extractions = Extractions(
      loop: loop, extractor: setup.extractor, most: setup.configuration.extractors)
    disk = DiskWatch(path: state.path, minimum: setup.configuration.minFree)
    delivery = try JournalDelivery(
      archive: archive, namespace: setup.configuration.namespace, loop: loop,
      barriers: BarrierEntries(machine: machine),
      onTrouble: { [disk] error in Self.giveUp(error, disk, loop) })
    pipeline = Pipeline(setup: setup, archive: archive, state: state)
    sweeper = Sweeper(archive: archive, store: pipeline.store)
    pages = try ReportPages(setup: setup, state: state, pipeline: pipeline, loop: loop)
    rereading = try Rereading(archive: archive, pipeline: pipeline)
    corrections = CorrectionClock(wait: setup.configuration.mergeWait.nanoseconds)
    inlets = try makeInlets(setup)
    control = try ControlSocket(path: state.controlPath, loop: loop) { [unowned self] request, connection in
      answer(request, connection)
    }
  }

  /// Looks through the folders, tells systemd that it is ready, and serves until a signal ends it.
  func run() -> Int32 {
    turn = loop.later { [unowned self] in takeTurn() }
    clock = loop.timer { [unowned self] in tick() }
    extractions.onFinish = { [unowned self] in turn?.wake() }
    loop.watch(drafting.descriptor) { [unowned self] _ in hearDrafts() }
    for signal in Signals.ending { loop.onSignal(signal) { [unowned self] in stop() } }
    loop.onSignal(Signals.reload) { [unowned self] in reload() }
    state.brokenRestore.map(StandardError.line)
    // Before anything new is queued: what an earlier daemon left in the outbox may be in the journal already.
    delivery.recover(boot: state.boot)
    delivery.onRoom = { [unowned self] in turn?.wake() }
    delivery.onReturn = { [unowned self] obstacle in queue([machine.entry(missed: obstacle)]) }
    // Before the folders are looked at, so that no mount falls between.
    watchMounts()
    for inlet in inlets { serve(inlet) }
    queue(
      setup.entries(machine) + [machine.entry(.started, "已启动：监视\(folders)，规则\(setup.rules)", priority: 6)])
    ServiceManager.ready(status)
    turn?.wake()
    beginPages()
    retention = loop.timer { [unowned self] in removeOriginals() }
    removeOriginals()
    sweeping = loop.timer { [unowned self] in sweep() }
    sweep()
    correcting = loop.timer { [unowned self] in correctByRules() }
    Memory.release()
    return loop.run()
  }

  /// Puts entries that belong to no file into the outbox and sends them.
  func queue(_ entries: [Entry]) {
    guarded { () throws(ArchiveError) in
      let loud = entries.filter {
        Int($0["PRIORITY"] ?? "").map { $0 <= setup.configuration.logLevel } ?? true
      }
      try archive.enqueue(loud.map { OutboxEntry($0) })
      delivery.pump()
    }
  }

  /// Does this now, or as soon as everything is read by the rules in force.
  func whenReread(_ body: @escaping () -> Void) {
    if rereading.left == 0 { body() } else { deferred.append(body) }
  }

  /// Reads all documents again, those that the rules in force have read included.
  func rereadAll() throws(ArchiveError) {
    try archive.beginRereading(rules: setup.rules)
    rereading = try Rereading(archive: archive, pipeline: pipeline)
    wake()
  }

  /// Does this between two turns, when neither old documents nor a batch are worked on.
  func whenFree(_ body: @escaping () throws(ArchiveError) -> Void) {
    asked.append(body)
    wake()
  }

  /// Takes a turn as soon as the loop is free.
  func wake() { turn?.wake() }

  // MARK: - A turn

  func takeTurn() {
    guard ending == nil, !loop.hasFailed else { return }
    var step = BatchStep.goesOn
    guarded { () throws(ArchiveError) in
      guard try readAgain() else { return }
      if let batch = try archive.openBatch() {
        step = try advance(batch)
        // What was handed in and is with children keeps nothing in the folder waiting; a burst takes it along.
        if step == .opening, batch.kind == .import { try takeFiles() }
      } else {
        try answerRequests()
        try releaseDue()
        try takeFiles()
      }
      try sendCorrections()
      try openDocuments()
      disk.worked()
    }
    if rereading.left > 0 ? !rereading.isWaiting : goesOn(after: step) { turn?.wake() }
    pages?.wake()
    arm()
    tellStatus()
  }

  /// Tells systemd how it goes, where that has changed: its socket is shared by all services.
  private func tellStatus() {
    let status = status
    if status != toldStatus { ServiceManager.status(status) }
    toldStatus = status
  }

  /// Reads on in what other rules have read; true where nothing is left of it.
  private func readAgain() throws(ArchiveError) -> Bool {
    guard rereading.left > 0 else { return true }
    try rereading.advance(extractions)
    guard rereading.left == 0 else { return false }
    if let summary = rereading.summary(machine) { queue([summary]) }
    for body in deferred { body() }
    deferred = []
    return true
  }

  /// Removes originals that are older than they are to be kept, and comes back for more.
  private func removeOriginals() {
    guarded { () throws(ArchiveError) in
      let wait = try Retention(archive: archive, store: pipeline.store).advance(
        setup.configuration.keepOriginals, now: Int64(SystemClock.microseconds),
        isBusy: rereading.left > 0 || hasBatch, wanted: control?.imported ?? [])
      if let wait { retention?.fire(at: EventLoop.now + wait) }
    }
  }

  private func answerRequests() throws(ArchiveError) {
    let requests = asked
    asked = []
    for request in requests { try request() }
  }

  /// Takes what is complete, small batches at a time, and tells it.
  private func takeFiles() throws(ArchiveError) {
    let left = try archive.waiting(limit: Self.batch)
    if !left.isEmpty {
      _ = try pipeline.process(left)
      delivery.pump()
      if left.count == Self.batch { turn?.wake() }
    }
    guard isOpen else { return }
    if waitingFiles > setup.configuration.burstRollup { return hasBatch ? () : try beginBurst() }
    for inlet in inlets {
      let arrivals = try take(from: inlet, limit: Self.batch)
      if !arrivals.isEmpty { _ = try pipeline.process(begun: arrivals) }
      delivery.pump()
    }
  }

  /// Sends the corrections whose further sources have been awaited for long enough.
  private func sendCorrections() throws(ArchiveError) {
    let due = corrections.due(try archive.awaitedCorrections(), at: EventLoop.now * 1000)
    guard !due.isEmpty else { return }
    try pipeline.correct(due)
    delivery.pump()
  }

  /// False while the disk or the outbox has no room, or the journal has never shown that it keeps anything:
  /// files wait in the folder, where they are safe.
  var isOpen: Bool {
    if let entry = disk.change(machine) { queue([entry]) }
    return disk.hasRoom && delivery.hasRoom
  }

  private func tick() {
    for inlet in inlets { hear(inlet.due(at: EventLoop.now * 1000)) }
    takeTurn()
    endIfStuck()
  }

  func arm() {
    let deadline = min(inlets.map(\.nextDeadline).min() ?? .max, corrections.next ?? .max, nextRelease)
    let opening = openingPause > EventLoop.now ? openingPause : .max
    clock?.fire(
      at: min(
        deadline / 1000, opening, telling?.deadline ?? .max, isOpen ? .max : EventLoop.now + DiskWatch.pause))
  }

  private var status: String {
    let meetings = (try? archive.meetingCount()) ?? 0
    let journal = delivery.complaint.map { "; \($0)" } ?? ""
    let space = disk.isFull ? "; disk full, files wait in the folder" : ""
    let again = rereading.left > 0 ? "; reading again by new rules, \(rereading.left) documents left" : ""
    let refused = complaint.map { "; reload refused, the old configuration is in force: \($0)" } ?? ""
    return "watching \(folders); \(meetings) meetings\(again)\(journal)\(space)\(refused)"
  }

  // MARK: - Signals

  /// Begins no more work, and ends as soon as the journal has everything; a journal that hangs is not waited
  /// for long: what it has not shown by then stays in the outbox.
  private func stop() {
    guard ending == nil else { return }
    ServiceManager.stopping()
    stopOpening()
    stopTelling()
    queue([machine.entry(.stopped, "已停止；未读的文件留在收件目录", priority: 6)])
    ending = loop.timer { [unowned self] in end() }
    ending?.fire(at: EventLoop.now + Self.patienceAtEnd)
    delivery.whenIdle { [unowned self] in end() }
  }

  private func end() {
    delivery.stop()
    loop.stop()
  }

  /// Reads configuration and lexicons again; where they cannot be used, the old ones stay in force.
  func reload() {
    guard ending == nil else { return }
    ServiceManager.reloading()
    do {
      try adopt(Setup.load(from: setup.source, aliases: AliasTable.layer(of: archive)))
      complaint = nil
    } catch {
      complaint = "\(error)"
      let told = "重新载入失败，仍用原配置：\(error)"
      queue([machine.entry(.configuration, told, priority: 3, ["MINUTED_REASON": "refused"])])
    }
    ServiceManager.ready(status)
    turn?.wake()
  }

  /// Goes on with another setup; what can fail comes first, so that a failure leaves the old one whole.
  private func adopt(_ fresh: Setup) throws {
    let next = Pipeline(setup: fresh, archive: archive, state: state, attempts: pipeline.attempts)
    let again = try Rereading(archive: archive, pipeline: next)
    let opened = try makeInlets(fresh)
    let written = try ReportPages(setup: fresh, state: state, pipeline: next, loop: loop)
    stopTelling()
    for inlet in inlets { inlet.source?.cancel() }
    (setup, pipeline, rereading, inlets) = (fresh, next, again, opened)
    corrections = CorrectionClock(wait: fresh.configuration.mergeWait.nanoseconds)
    machine.rules = fresh.rules
    disk.minimum = fresh.configuration.minFree
    (extractions.most, extractions.extractor) = (fresh.configuration.extractors, fresh.extractor)
    for inlet in inlets { serve(inlet) }
    pages?.stop()
    pages = written
    beginPages()
    removeOriginals()
    let told = "已重新载入：监视\(folders)，规则\(fresh.rules)"
    queue(fresh.entries(machine) + [machine.entry(.reloaded, told, priority: 6)])
  }

  /// Does what writes to the archive; after a write that failed nothing more is written.
  func guarded(_ body: () throws(ArchiveError) -> Void) {
    guard !loop.hasFailed else { return }
    do { try body() } catch { Self.giveUp(error, disk, loop) }
  }

  /// What cannot be copied into the store: see `giveUp`.
  func fail(_ error: InboxError) { Self.giveUp(error, disk, loop) }

  /// A full disk is waited for. Any other failure to keep something ends the daemon, which recovers when it
  /// starts again: after a failed fsync the kernel has forgotten what it could not write.
  private static func giveUp(_ error: any Error, _ disk: DiskWatch, _ loop: EventLoop) {
    let isFull = (error as? ArchiveError)?.reason == .full || (error as? InboxError)?.isFull == true
    if !isFull { loop.stop(1) }
    if !isFull || disk.failed("\(error)") { StandardError.line("\(error)") }
  }
}
