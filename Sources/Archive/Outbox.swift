// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The outbox: what the journal is still to be told, and what it has.
extension MeetingArchive {
  /// Queues entries that belong to no arrival: corrections, roll-ups, the machine's own events.
  package func enqueue(_ entries: [OutboxEntry]) throws(ArchiveError) {
    try write { try enqueue(entries, arrival: nil, $0) }
  }

  /// Entries that are queued or sent and not yet read back, in order, from after `seq`.
  package func pendingEntries(after seq: Int64 = 0, limit: Int) throws(ArchiveError) -> [OutboxEntry] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM outbox WHERE state IN ('queued', 'sent') AND seq > ? ORDER BY seq LIMIT ?",
        arguments: [seq, limit]
      ).map(entry)
    }
  }

  /// The entry of this id, for `explain` and for sending it again.
  package func entry(id: String) throws(ArchiveError) -> OutboxEntry? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM outbox WHERE entry_id = ?", arguments: [id]).map(entry)
    }
  }

  /// Marks entries as handed to the journal, and counts it.
  package func markSent(_ ids: [String]) throws(ArchiveError) {
    try update(ids, "state = 'sent', attempts = attempts + 1")
  }

  /// Puts entries back that the journal has dropped, so that they are sent again.
  package func requeue(_ ids: [String]) throws(ArchiveError) {
    try update(ids, "state = 'queued'")
  }

  /// Gives entries up that the journal may have had and no longer holds.
  package func retire(_ ids: [String]) throws(ArchiveError) {
    try update(ids, "state = 'retired'")
  }

  /// Closes entries that were read back from the journal at `cursor`, all in one commit.
  ///
  /// An arrival whose last entry this was is `journalled` then.
  package func confirm(_ landed: [(id: String, cursor: String)]) throws(ArchiveError) {
    try write { db in
      for (id, cursor) in landed {
        try db.execute(
          sql: "UPDATE outbox SET state = 'landed', cursor = ? WHERE entry_id = ?", arguments: [cursor, id])
        try finishArrival(ofEntry: id, db)
      }
    }
  }

  /// Adds entries behind all others; one whose id stands there already is not told twice.
  func enqueue(_ entries: [OutboxEntry], arrival: Int64?, _ db: Database) throws {
    for entry in entries {
      try db.execute(
        sql: """
          INSERT INTO outbox (entry_id, digest_id, arrival, fields, state) VALUES (?, ?, ?, ?, 'queued')
          ON CONFLICT (entry_id) DO NOTHING
          """,
        arguments: [entry.id, entry.digestID, arrival, blob(entry.fields)])
    }
  }

  private func update(_ ids: [String], _ change: String) throws(ArchiveError) {
    try write { db in
      for id in ids {
        try db.execute(
          sql: "UPDATE outbox SET \(change) WHERE entry_id = ? AND state IN ('queued', 'sent')",
          arguments: [id])
        try finishArrival(ofEntry: id, db)
      }
    }
  }

  private func finishArrival(ofEntry id: String, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE arrivals SET state = 'journalled'
        WHERE state = 'queued' AND id = (SELECT arrival FROM outbox WHERE entry_id = ?) AND NOT EXISTS
          (SELECT 1 FROM outbox WHERE arrival = arrivals.id AND state IN ('queued', 'sent'))
        """,
      arguments: [id])
  }

  private func entry(_ row: Row) -> OutboxEntry {
    OutboxEntry(
      id: row["entry_id"], digestID: row["digest_id"], fields: bytes(row["fields"]),
      state: OutboxEntry.State(rawValue: row["state"]) ?? .queued, attempts: row["attempts"], seq: row["seq"],
      queued: row["queued"])
  }
}
