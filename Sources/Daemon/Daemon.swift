// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Inbox
internal import Settings

/// The daemon: one loop that owns the folders, the pipeline, the journal's delivery and the control socket.
///
/// Every turn does the same: take what is complete, in one commit; tell it, in one commit; pump the outbox. What has no
/// room waits safely in the folder.
final class Daemon {
  /// Files taken in one turn: enough to share a commit, few enough to keep the loop answering.
  private static let batch = 64
  /// Arrivals that wait in the outbox at most before no more files are taken.
  private static let mostWaiting = 2048

  let loop: EventLoop
  let archive: MeetingArchive
  let delivery: JournalDelivery
  let machine: MachineEntries
  let state: StateFolder
  private(set) var setup: Setup
  private(set) var pipeline: Pipeline
  private var inlets: [Inlet] = []
  private var control: ControlSocket?
  private let disk: DiskWatch
  private var turn: EventLoop.Source?
  private var clock: EventLoop.Source?

  init(setup: Setup, state: StateFolder, loop: EventLoop) throws {
    self.setup = setup
    self.state = state
    self.loop = loop
    archive = try state.openArchive()
    machine = MachineEntries(rules: setup.rules)
    disk = DiskWatch(path: state.path, minimum: setup.configuration.minFree)
    delivery = try JournalDelivery(
      archive: archive, namespace: setup.configuration.namespace, loop: loop, barriers: BarrierEntries(machine: machine),
      onTrouble: { error in Self.giveUp(error, loop) })
    pipeline = Pipeline(setup: setup, archive: archive, state: state)
    inlets = try makeInlets()
    control = try ControlSocket(path: state.controlPath, loop: loop) { [unowned self] request, connection in
      answer(request, connection)
    }
  }

  /// Looks through the folders, tells systemd that it is ready, and serves until a signal ends it.
  func run() -> Int32 {
    turn = loop.later { [unowned self] in takeTurn() }
    clock = loop.timer { [unowned self] in tick() }
    for signal in Signals.ending { loop.onSignal(signal) { [unowned self] in stop() } }
    loop.onSignal(Signals.reload) { [unowned self] in reload() }
    for inlet in inlets { serve(inlet) }
    delivery.recover()
    queue(setup.entries(machine) + [machine.entry(.started, "已启动：监视\(folders)，规则\(setup.rules)", priority: 6)])
    ServiceManager.ready(status)
    turn?.wake()
    return loop.run()
  }

  /// Puts entries that belong to no file into the outbox and sends them.
  func queue(_ entries: [Entry]) {
    guarded { () throws(ArchiveError) in
      try archive.enqueue(entries.map { OutboxEntry($0) })
      delivery.pump()
    }
  }

  /// Runs arrivals through the pipeline and sends what came of them.
  @discardableResult
  func process(_ arrivals: [Arrival]) -> Tally {
    var tally = Tally()
    guarded { () throws(ArchiveError) in
      tally = try pipeline.process(arrivals)
      delivery.pump()
    }
    return tally
  }

  /// Enters taken files into the ledger; what is no new arrival is left out.
  func enter(_ files: [ArrivedFile]) -> [Arrival] {
    var arrivals: [Arrival] = []
    guarded { () throws(ArchiveError) in
      arrivals = try archive.take(files, boot: state.boot, now: Int64(SystemClock.microseconds))
    }
    return arrivals
  }

  // MARK: - A turn

  private func takeTurn() {
    guarded { () throws(ArchiveError) in
      let left = try archive.waiting(limit: Self.batch)
      if !left.isEmpty { process(left) }
      try takeFiles()
    }
    if inlets.contains(where: { $0.waiting > 0 }), isOpen { turn?.wake() }
    arm()
    ServiceManager.status(status)
  }

  /// Takes what is complete, small batches at a time, and tells it.
  private func takeFiles() throws(ArchiveError) {
    guard isOpen else { return }
    for inlet in inlets {
      let taken = inlet.take(limit: Self.batch)
      queue(taken.entries)
      let arrivals = enter(taken.files)
      for refusal in taken.refusals { try pipeline.refuse(refusal, now: Int64(SystemClock.microseconds)) }
      inlet.finish(taken)
      if !arrivals.isEmpty {
        let tally = process(arrivals)
        if arrivals.count > setup.configuration.burstRollup { queue([RollupEntry.make(arrivals.count, tally, machine)]) }
      }
      delivery.pump()
    }
  }

  /// False while the disk or the outbox has no room: files wait in the folder, where they are safe.
  private var isOpen: Bool {
    if let entry = disk.change(machine) { queue([entry]) }
    return disk.hasRoom && delivery.waiting < Self.mostWaiting
  }

  private func tick() {
    for inlet in inlets { queue(inlet.due(at: EventLoop.now * 1000)) }
    takeTurn()
  }

  private func arm() {
    let deadline = inlets.map(\.nextDeadline).min() ?? .max
    clock?.fire(at: min(deadline / 1000, isOpen ? .max : EventLoop.now + DiskWatch.pause))
  }

  // MARK: - Folders

  private func makeInlets() throws -> [Inlet] {
    try setup.configuration.folders.enumerated().map { place, path in
      try Inlet(path: path, isFirst: place == 0, setup: setup, state: state, archive: archive, machine: machine)
    }
  }

  private func serve(_ inlet: Inlet) {
    queue(inlet.open(at: EventLoop.now * 1000))
    inlet.source = loop.watch(inlet.descriptor) { [unowned self, unowned inlet] _ in
      queue(inlet.drain(at: EventLoop.now * 1000))
      takeTurn()
    }
  }

  private var folders: String { setup.configuration.folders.joined(separator: " ") }

  private var status: String {
    let counts = try? archive.status()
    let journal = delivery.isAvailable ? "" : "; journal unavailable, entries wait"
    let space = disk.hasRoom ? "" : "; disk full, files wait in the folder"
    return "watching \(folders); \(counts?.meetings ?? 0) meetings\(journal)\(space)"
  }

  // MARK: - Signals

  private func stop() {
    ServiceManager.stopping()
    queue([machine.entry(.stopped, "已停止；未读的文件留在收件目录", priority: 6)])
    delivery.stop()
    loop.stop()
  }

  /// Reads configuration and lexicons again; where they cannot be used, the old ones stay in force.
  private func reload() {
    ServiceManager.reloading()
    do {
      let fresh = try Setup.load(from: setup.source)
      setup = fresh
      machine.rules = fresh.rules
      pipeline = Pipeline(setup: fresh, archive: archive, state: state)
      for inlet in inlets { inlet.source?.cancel() }
      inlets = try makeInlets()
      for inlet in inlets { serve(inlet) }
      queue(fresh.entries(machine) + [machine.entry(.reloaded, "已重新载入：监视\(folders)，规则\(fresh.rules)", priority: 6)])
    } catch {
      queue([machine.entry(.configuration, "重新载入失败，仍用原配置：\(error)", priority: 3, ["MINUTED_REASON": "\(error)"])])
    }
    ServiceManager.ready(status)
    turn?.wake()
  }

  private func guarded(_ body: () throws(ArchiveError) -> Void) {
    do { try body() } catch { Self.giveUp(error, loop) }
  }

  /// A full disk is waited for; any other failure of the archive ends the daemon, which recovers when it starts again.
  private static func giveUp(_ error: ArchiveError, _ loop: EventLoop) {
    StandardError.line("\(error)")
    if error.reason != .full { loop.stop(1) }
  }
}
