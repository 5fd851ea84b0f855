// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Looking through the journal after a boot: what had landed may have been taken by a power cut.
extension MeetingArchive {
  /// Enters which boot the machine is in, and returns the number of the last entry from before it; 0 where all
  /// are from this one, also after a restart.
  ///
  /// Entries queued from `since` (microseconds since 1970) on are then to be looked for again. A clean
  /// shutdown is not told from a power cut: the machine may have lost its power after minuted had ended.
  package func enter(boot: String, since: Int64) throws(ArchiveError) -> Int64 {
    try write { db in
      let known = try Row.fetchOne(db, sql: "SELECT boot, until FROM boots")
      if let known, known["boot"] == boot { return known["until"] }
      let last = try known == nil ? 0 : Int64.fetchOne(db, sql: "SELECT max(seq) FROM outbox") ?? 0
      let first = try Int64.fetchOne(
        db, sql: "SELECT seq FROM outbox WHERE queued >= ? ORDER BY queued, seq LIMIT 1", arguments: [since])
      // The first start of all has nothing to look for, and what a backup held as told stays told.
      let restored = try Int64.fetchOne(db, sql: "SELECT last FROM restored") ?? 0
      let reviewed = known == nil ? 0 : max(first.map { $0 - 1 } ?? last, restored)
      try db.execute(
        sql: "INSERT OR REPLACE INTO boots (id, boot, reviewed, until) VALUES (1, ?, ?, ?)",
        arguments: [boot, reviewed, last])
      return last
    }
  }

  /// The next entries that had landed before the machine booted, in order; empty where all were looked for.
  package func entriesToReview(limit: Int) throws(ArchiveError) -> [OpenEntry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT entry_id, seq, state, outbox.queued, reissue, 0 AS replayed FROM boots
          JOIN outbox ON seq > boots.reviewed AND seq <= boots.until
          WHERE state = 'landed' ORDER BY seq LIMIT ?
          """,
        arguments: [limit]
      ).map(OpenEntry.init)
    }
  }

  /// Keeps what a look through the journal up to `seq` came to: these are sent anew, those are given up.
  package func review(upTo seq: Int64, reissued: [String], retired: [String]) throws(ArchiveError) {
    try write { db in
      try reissue(reissued, db)
      for id in retired {
        try db.execute(sql: "UPDATE outbox SET state = 'retired' WHERE entry_id = ?", arguments: [id])
      }
      try db.execute(sql: "UPDATE boots SET reviewed = ?", arguments: [seq])
    }
  }

  /// Queues entries anew that the journal had, or may have had: they say so when they are sent.
  package func reissue(_ ids: [String]) throws(ArchiveError) {
    try write { try reissue(ids, $0) }
  }

  private func reissue(_ ids: [String], _ db: Database) throws {
    for id in ids {
      try db.execute(
        sql: """
          UPDATE outbox SET state = 'queued', cursor = NULL, reissue = reissue + 1
          WHERE entry_id = ? AND fields <> x''
          """,
        arguments: [id])
    }
  }
}
