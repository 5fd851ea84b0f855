// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// Imports and bursts: many files that are taken and read first and then told in order of meeting date, with
/// one roll-up and no correction.
///
/// What arrives meanwhile joins a burst as long as none of it is told; after that it waits in the folder.
extension Daemon {
  /// Files that are taken in one turn of a burst.
  private static let most = 256

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

  /// Does the next step of a batch: takes, reads, tells, or sums it up; false where it waits for children.
  func advance(_ batch: Batch) throws(ArchiveError) -> Bool {
    guard isOpen else { return true }
    let isBeingTold = batch.tally.digests + batch.tally.sources > 0
    if batch.kind == .burst, !isBeingTold, waitingFiles > 0 {
      try gather(into: batch.id)
      return true
    }
    let work = BatchWork(pipeline)
    if try work.read(batch) { return true }
    if try archive.hasAside(batch: batch.id) { return false }
    if try !work.tell(batch) { try finish(batch) }
    delivery.pump()
    return true
  }

  private func gather(into batch: Int64) throws(ArchiveError) {
    for inlet in inlets { _ = try take(from: inlet, limit: Self.most, batch: batch) }
  }

  private func finish(_ batch: Batch) throws(ArchiveError) {
    // A burst of nothing but moved files came to nothing.
    let isWorthTelling = batch.files > 0 || batch.kind == .import
    try archive.end(batch.id, isWorthTelling ? [OutboxEntry(RollupEntry.make(batch, machine))] : [])
    batchEnds.removeValue(forKey: batch.id)?(batch)
  }
}
