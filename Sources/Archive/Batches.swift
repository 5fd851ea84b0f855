// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// Imports and bursts that are under way.
extension MeetingArchive {
  /// Begins a batch and returns its number.
  package func beginBatch(_ kind: Batch.Kind) throws(ArchiveError) -> Int64 {
    try write { db in
      try db.run("INSERT INTO batches (kind) VALUES (?)", [kind.rawValue])
      return db.lastInsertedRowID
    }
  }

  /// The batch that was begun first, or nil where none is under way.
  package func openBatch() throws(ArchiveError) -> Batch? {
    try read { try Row.fetchOne($0.kept("SELECT * FROM batches ORDER BY id LIMIT 1")).map(batch) }
  }

  /// A batch by its number, as long as it is under way.
  package func batch(_ id: Int64) throws(ArchiveError) -> Batch? {
    try read { try Row.fetchOne($0.kept("SELECT * FROM batches WHERE id = ?"), arguments: [id]).map(batch) }
  }

  /// Adds arrivals, which must not have been read yet, to a batch.
  package func join(_ arrivals: [Int64], to batch: Int64) throws(ArchiveError) {
    try write { db in
      for arrival in arrivals {
        try db.run("UPDATE arrivals SET batch = ? WHERE id = ?", [batch, arrival])
      }
      try db.run(
        "UPDATE batches SET files = files + ? WHERE id = ?", [arrivals.count, batch])
    }
  }

  /// Arrivals of a batch, or of none, that are still to be read and not set aside for a child: the new ones,
  /// and behind them those that were begun before without an end, the oldest first.
  ///
  /// These are read one by one. After a crash hundreds of them stand before all others, which would fill up
  /// the rest of `limit` one by one too. A file's later version waits for the earlier one, whose place it takes.
  package func unread(batch: Int64?, limit: Int) throws(ArchiveError) -> [Arrival] {
    let unread = "batch IS ? AND state = 'taken' AND read = 0 AND aside = 0"
    let fresh = try arrivals(
      where: """
        \(unread) AND attempts = 0 AND NOT EXISTS (
          SELECT 1 FROM arrivals earlier
          WHERE earlier.name = arrivals.name AND earlier.id < arrivals.id AND earlier.state = 'taken'
            AND earlier.read = 0 AND earlier.aside = 0 AND earlier.attempts > 0)
        ORDER BY id LIMIT ?
        """, [batch, limit])
    guard fresh.count < limit else { return fresh }
    return fresh
      + (try arrivals(where: "\(unread) AND attempts > 0 ORDER BY id LIMIT ?", [batch, limit - fresh.count]))
  }

  /// How far a batch is: files that are still to be read, and meetings that are read and still to be told.
  package func left(ofBatch batch: Int64) throws(ArchiveError) -> (unread: Int, untold: Int) {
    try read { db in
      let unread = try Int.fetchOne(
        db.kept("SELECT count(*) FROM arrivals WHERE batch = ? AND state = 'taken' AND read = 0"),
        arguments: [batch])
      let untold = try Int.fetchOne(
        db.kept("SELECT count(*) FROM untold WHERE batch = ?"), arguments: [batch])
      return (unread ?? 0, untold ?? 0)
    }
  }

  /// Adds what became of some arrivals to a batch's counts.
  package func count(_ tally: Tally, in batch: Int64) throws(ArchiveError) {
    try write { db in
      try db.run(
        """
        UPDATE batches SET digests = digests + ?, duplicates = duplicates + ?, sources = sources + ?,
          rejected = rejected + ?, outdated = outdated + ? WHERE id = ?
        """,
        [
          tally.digests, tally.duplicates, tally.sources, tally.rejected, tally.outdated, batch,
        ])
    }
  }

  /// Ends a batch with the entries that sum it up.
  package func end(_ batch: Int64, _ entries: [OutboxEntry]) throws(ArchiveError) {
    try write { db in
      try db.run("DELETE FROM batches WHERE id = ?", [batch])
      try enqueue(entries, arrival: nil, db)
    }
  }

  private func batch(_ row: Row) -> Batch {
    Batch(
      id: row["id"], kind: Batch.Kind(rawValue: row["kind"]) ?? .burst, files: row["files"],
      tally: Tally(
        digests: row["digests"], duplicates: row["duplicates"], sources: row["sources"],
        rejected: row["rejected"], outdated: row["outdated"]))
  }
}
