// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Arrivals that a child has to open before they can be read, and what containers hold.
extension MeetingArchive {
  /// Sets an arrival aside until a child opens it; the attempt that found it to be no plain text ends well.
  package func setAside(_ arrival: Int64) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: "UPDATE arrivals SET aside = 1, attempts = max(attempts - 1, 0) WHERE id = ?",
        arguments: [arrival])
    }
  }

  /// Arrivals that are set aside: first those that no child was begun for, then in order of arrival.
  package func aside(limit: Int) throws(ArchiveError) -> [Arrival] {
    try read { db in
      // SQLite would go through all that is taken, which in a burst is a hundred thousand, at each turn.
      let sql = """
        SELECT * FROM arrivals INDEXED BY arrivals_aside
        WHERE state = 'taken' AND aside = 1 ORDER BY attempts, id LIMIT ?
        """
      return try Row.fetchAll(db.kept(sql), arguments: [limit]).map(arrival)
    }
  }

  /// True while arrivals of a batch are set aside: none of it may be told yet.
  package func hasAside(batch: Int64) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM arrivals INDEXED BY arrivals_aside
            WHERE batch = ? AND state = 'taken' AND read = 0 AND aside = 1)
          """,
        arguments: [batch]) ?? false
    }
  }

  /// The batch that an arrival belongs to, as long as it is under way.
  package func batch(of arrival: Int64) throws(ArchiveError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT batch FROM arrivals JOIN batches ON batches.id = batch WHERE arrivals.id = ?",
        arguments: [arrival])
    }
  }

  /// Ends a container whose members are kept: each becomes an arrival of its own, in the container's batch or
  /// in `batch`, the container none.
  ///
  /// All of it is one commit, so that a crash neither loses a member nor doubles one. Members that were known
  /// by name and bytes are no arrivals.
  package func unpack(
    _ container: Arrival, into members: [ArrivedFile], batch: Int64?, boot: String, now: Int64
  ) throws(ArchiveError) {
    try write { db in
      let fresh = try take(members, boot: boot, now: now).map(\.id)
      if let batch { try join(fresh, to: batch) }
      try db.execute(
        sql: """
          UPDATE batches SET files = files - 1
          WHERE id = (SELECT batch FROM arrivals WHERE id = ?)
          """,
        arguments: [container.id])
      try db.execute(
        sql: "UPDATE arrivals SET state = 'journalled', attempts = 0, aside = 0, batch = NULL WHERE id = ?",
        arguments: [container.id])
      // Its members have its time; it stays hidden as long as one of them is, since it holds their bytes.
      try db.execute(sql: "UPDATE held SET release = NULL WHERE arrival = ?", arguments: [container.id])
    }
  }
}
