// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Inbox

/// Taking: complete files are copied into the store, and a row of the ledger says that they are ours.
extension Daemon {
  /// Copies complete files of a folder into the store and enters them into the ledger.
  func take(from inlet: Inlet, limit: Int, batch: Int64? = nil) throws(ArchiveError) -> [Arrival] {
    let taken = inlet.take(limit: limit)
    if let failure = taken.failure { fail(failure) }
    do throws(ArchiveError) {
      try tell(taken.news)
      let arrivals = try enter(taken.files, batch: batch)
      try tell(inlet.finish(taken))
      return arrivals
    } catch {
      // They are not in the ledger: the folder shows them again when the archive has room.
      _ = inlet.giveBack(taken)
      throw error
    }
  }

  /// Complete files that wait in the folders.
  var waitingFiles: Int { inlets.reduce(0) { $0 + $1.waiting } }

  /// Enters taken files into the ledger, in one commit: into a batch, or with the attempt at reading them
  /// counted.
  ///
  /// What is no new arrival, such as a file that was only moved, is left out.
  func enter(_ files: [ArrivedFile], batch: Int64? = nil) throws(ArchiveError) -> [Arrival] {
    let moves = Moves(archive: archive, inlets: inlets)
    var arrivals: [Arrival] = []
    try archive.together { () throws(ArchiveError) in
      var fresh: [ArrivedFile] = []
      for file in files {
        if let origin = try moves.origin(of: file) {
          try archive.rename(origin.id, to: file)
          // Taken out of a folder of `Hold=`, by whoever may: that is how it is released without a command.
          if !file.isHeld, try archive.isHeld(origin.id) {
            try archive.release(held: [origin.id])
            wake()
          }
        } else {
          fresh.append(file)
        }
      }
      arrivals = try archive.take(fresh, boot: state.boot, now: Int64(SystemClock.microseconds))
      if let batch {
        try archive.join(arrivals.map(\.id), to: batch)
      } else {
        arrivals = try pipeline.begin(arrivals)
      }
    }
    return arrivals
  }
}
