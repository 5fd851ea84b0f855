// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Inbox
internal import Settings

/// Documents that are more than plain text: set aside, opened by a child each, then read like any other.
///
/// The attempt is counted in the commit before the child begins; what it brings and the next one's attempt
/// are one commit again. Text files never wait for a child, and the loop neither.
extension Daemon {
  /// How long to wait where the machine has no process to spare, in microseconds.
  private static let pause: UInt64 = 5_000_000

  /// Reads what children have opened, and has the next documents opened.
  func openDocuments() throws(ArchiveError) {
    guard isOpen else { return }
    let finished = extractions.takeArrivals()
    guard !finished.isEmpty || extractions.room > 0 else { return }
    let numbers = finished.map(\.arrival.id)
    var begun: [Arrival] = []
    var released: [String] = []
    pipeline.attempts.end(numbers)
    do throws(ArchiveError) {
      let opened = try finished.map { (item) throws(ArchiveError) in
        try keepMembers(pipeline.follow(item.finished, of: item.arrival))
      }.compactMap { $0 }
      try archive.together { () throws(ArchiveError) in
        for item in opened { released += try settle(item) }
        begun = try claim()
      }
    } catch {
      pipeline.attempts.resume(numbers)
      throw error
    }
    pipeline.attempts.resume(begun.map(\.id))
    for arrival in begun { try begin(arrival) }
    try pipeline.discard(released)
    if !finished.isEmpty { delivery.pump() }
  }

  /// Ends the children and gives their documents the attempt back: it was not they who broke it off.
  func stopOpening() {
    let arrivals = extractions.arrivals
    extractions.stop()
    guarded { () throws(ArchiveError) in
      try archive.together { () throws(ArchiveError) in
        for arrival in arrivals.sorted() { try archive.release(arrival) }
      }
    }
  }

  /// The next documents that are set aside, as many as there is room for, with the attempt counted.
  private func claim() throws(ArchiveError) -> [Arrival] {
    guard EventLoop.now >= openingPause, extractions.room > 0 else { return [] }
    let busy = extractions.arrivals
    let next = try archive.aside(limit: extractions.room + busy.count).filter { !busy.contains($0.id) }
    return try pipeline.begin(Array(next.prefix(extractions.room)))
  }

  /// Starts a child; what needs none after all, such as a file whose bytes are gone, is told at once.
  private func begin(_ arrival: Arrival) throws(ArchiveError) {
    switch try pipeline.beginning(of: arrival) {
    case .foreign(let document): extractions.begin(document, for: .arrival(arrival))
    case .work(let work):
      try pipeline.attempts.during([arrival.id]) { () throws(ArchiveError) in try tell(work) }
      // Its place is free.
      wake()
    }
  }

  /// Keeps what a child's work came to; returns the hashes that are to be discarded after the commit.
  private func settle(_ opened: Opened) throws(ArchiveError) -> [String] {
    switch opened {
    case .work(let work): try tell(work)
    case .files(let files, let container): return try enter(files, of: container)
    case .again(let arrival, isFault: false):
      openingPause = EventLoop.now + Self.pause
      try archive.release(arrival.id)
    // The attempt stays counted.
    case .again(_, isFault: true), .members: break
    }
    return []
  }

  /// Tells what a document came to, or keeps it for its batch.
  private func tell(_ work: Work) throws(ArchiveError) {
    if let batch = try archive.batch(of: work.arrival.id) {
      return try archive.count(try pipeline.keep(work).tally, in: batch)
    }
    finish(work.arrival, try pipeline.tell([work]))
  }

  // MARK: - Containers

  /// Puts members into the store before the ledger knows of them; nil where the disk has no room: the
  /// container is opened again when it has.
  private func keepMembers(_ opened: Opened) throws(ArchiveError) -> Opened? {
    guard case .members(let members, let container) = opened else { return opened }
    if let sha256 = container.file.sha256, try archive.isForgotten(sha256) {
      return .work(.refused(container, .forgotten(sha256)))
    }
    do throws(InboxError) {
      let files = try Unpacking(setup.configuration, state).files(of: container, members)
      return files.isEmpty ? .work(.refused(container, .nothingWithin)) : .files(files, of: container)
    } catch {
      pipeline.attempts.resume([container.id])
      fail(error)
      return nil
    }
  }

  /// Makes an arrival of each member; more than `BurstRollup=` are a batch like as many dropped at once.
  ///
  /// Returns the hashes that are to be discarded after the commit.
  private func enter(_ files: [ArrivedFile], of container: Arrival) throws(ArchiveError) -> [String] {
    var batch = try archive.batch(of: container.id)
    if batch == nil, files.count > setup.configuration.burstRollup { batch = try archive.beginBatch(.burst) }
    try archive.unpack(
      container, into: files, batch: batch, boot: state.boot, now: Int64(SystemClock.microseconds))
    let released = try pipeline.release(container, with: files)
    finish(container, Tally())
    wake()
    return released
  }
}
