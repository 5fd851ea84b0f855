// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Settings

/// Imports and bursts: many files that are taken and read first and then told in order of meeting date, with
/// one roll-up and no correction.
///
/// What arrives meanwhile joins a burst as long as none of it is told; after that it waits in the folder.
extension Daemon {
  /// Files that are taken in one turn of a burst, with two syncs of the disk and one commit.
  private static let most = 512

  /// True while a batch is under way.
  var hasBatch: Bool { ((try? archive.openBatch()) ?? nil) != nil }

  /// Begins a batch of files that were handed in; `end` is called when all of it is told.
  ///
  /// It is given how many of the files were new, and the batch.
  func begin(_ files: [ArrivedFile], end: @escaping (Int, Batch) -> Void) {
    guarded { () throws(ArchiveError) in
      try archive.together { () throws(ArchiveError) in
        let batch = try archive.beginBatch(.import)
        let entered = try enter(files, batch: batch).count
        batchEnds[batch] = { end(entered, $0) }
      }
    }
    wake()
  }

  /// Begins a batch of all that waits in the folders; the next turns take it.
  func beginBurst() throws(ArchiveError) { _ = try archive.beginBatch(.burst) }

  /// What a batch does next.
  enum BatchStep {
    /// The next step can be done now.
    case goesOn
    /// Children have to open documents first.
    case opening
    /// The threads beside the loop have to draft digests first.
    case drafting
  }

  /// Does the next step of a batch: takes, reads, tells, or sums it up.
  func advance(_ batch: Batch) throws(ArchiveError) -> BatchStep {
    guard isOpen else { return .goesOn }
    let isBeingTold = batch.tally.digests + batch.tally.sources > 0 || telling?.isUnderWay == true
    if batch.kind == .burst, !isBeingTold, waitingFiles > 0 {
      try gather(into: batch.id)
      return .goesOn
    }
    if try BatchReading(pipeline).read(batch) { return .goesOn }
    if try archive.hasAside(batch: batch.id) { return .opening }
    return try tell(batch)
  }

  /// True where the next turn has something to do.
  func goesOn(after step: BatchStep) -> Bool {
    switch step {
    case .goesOn: isOpen && (waitingFiles > 0 || hasBatch)
    case .opening: waitingFiles > 0 && waitingFiles <= setup.configuration.burstRollup && isOpen
    case .drafting: false
    }
  }

  private func tell(_ batch: Batch) throws(ArchiveError) -> BatchStep {
    let telling = telling ?? BatchTelling(pipeline, drafting)
    self.telling = telling
    switch try telling.advance(batch) {
    case .over: try finish(batch)
    case .waits: return .drafting
    case .goesOn: break
    }
    delivery.pump()
    return .goesOn
  }

  /// Drafts have come back: the next are ordered, and a turn is taken where there is enough to be kept.
  func hearDrafts() {
    guarded { () throws(ArchiveError) in
      guard let telling else { return _ = drafting.drafts() }
      if try telling.hear() { wake() }
    }
    arm()
  }

  /// A draft that does not end would keep the folder waiting for ever, with a loop that looks healthy.
  func endIfStuck() {
    guard let telling, telling.isStuck else { return }
    StandardError.line("a digest is being made for more than a minute; starting again without its report")
    loop.stop(1)
  }

  /// Lets go of what is being told: the next daemon, or the next rules, begin it anew.
  func stopTelling() {
    guarded { () throws(ArchiveError) in try telling?.giveBack() }
    telling = nil
  }

  private func gather(into batch: Int64) throws(ArchiveError) {
    for inlet in inlets { _ = try take(from: inlet, limit: Self.most, batch: batch) }
  }

  private func finish(_ batch: Batch) throws(ArchiveError) {
    try archive.end(batch.id, RollupEntry.make(batch, machine).map { [OutboxEntry($0)] } ?? [])
    telling = nil
    batchEnds.removeValue(forKey: batch.id)?(batch)
  }
}
