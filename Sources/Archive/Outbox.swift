// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The outbox: what the journal is still to be told, and what it has.
extension MeetingArchive {
  /// Queues entries that belong to no arrival: corrections, roll-ups, the machine's own events.
  package func enqueue(_ entries: [OutboxEntry]) throws(ArchiveError) {
    try write { try enqueue(entries, arrival: nil, $0) }
  }

  /// Entries that are queued or sent and not yet read back, in order, from after `seq`; without those that
  /// are sent anew on request, which `replays` gives.
  package func pendingEntries(after seq: Int64 = 0, limit: Int) throws(ArchiveError) -> [OutboxEntry] {
    try read { db in
      try Row.fetchAll(
        db.kept(
          "SELECT * FROM outbox WHERE state IN ('queued', 'sent') AND replayed = 0 AND seq > ? ORDER BY seq LIMIT ?"
        ),
        arguments: [seq, limit]
      ).map(entry)
    }
  }

  /// The place of the last entry in the order of sending; 0 before there is one.
  package func lastEntry() throws(ArchiveError) -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM outbox") ?? 0 }
  }

  /// The entry of this id, for `explain` and for sending it again.
  package func entry(id: String) throws(ArchiveError) -> OutboxEntry? {
    try read { db in
      try Row.fetchOne(db.kept("SELECT * FROM outbox WHERE entry_id = ?"), arguments: [id]).map(entry)
    }
  }

  /// Entries as a user names them, by id: `7f3a91c2-03` is one, `7f3a91c2` all of a digest.
  package func entries(named name: String, limit: Int = 2) throws(ArchiveError) -> [OutboxEntry] {
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let number = parts.count > 1 ? "-" + parts[1] : ""
    return try read { db in
      try Row.fetchAll(
        db.kept(
          """
          SELECT * FROM outbox WHERE entry_id >= ?1 AND entry_id < ?1 || 'g'
            AND NOT (state = 'retired' AND fields = x'')
            AND substr(entry_id, length(entry_id) - length(?2) + 1) = ?2 ORDER BY entry_id LIMIT ?3
          """),
        arguments: [String(parts[0]), number, limit]
      ).map(entry)
    }
  }

  /// Calls `body` with each entry queued in a time (microseconds since 1970), latest first, until it says no.
  ///
  /// Entries are numbered as they are queued, so that nothing is looked at that is older. With `needles`,
  /// only entries that hold all of these bytes: what has none of them is passed over without being taken
  /// apart.
  package func eachEntry(
    in time: Range<Int64>, holding needles: [[UInt8]] = [], _ body: (OutboxEntry) throws -> Bool
  ) throws(ArchiveError) {
    let clauses = needles.map { _ in "instr(fields, ?) > 0" }.joined(separator: " AND ")
    let sql = "SELECT * FROM outbox \(clauses.isEmpty ? "" : "WHERE \(clauses)") ORDER BY seq DESC"
    try read { db in
      let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(needles.map(blob)))
      while let row = try rows.next() {
        let queued: Int64 = row["queued"]
        if queued < time.lowerBound { break }
        if queued < time.upperBound, try !body(entry(row)) { break }
      }
    }
  }

  /// Entries that are queued or sent and not yet read back, in order, without what they say.
  ///
  /// Of a million that are to be sent anew only as many as may have been handed over: the first `replays`.
  package func openEntries(replays: Int = .max) throws(ArchiveError) -> [OpenEntry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT entry_id, seq, state, queued, reissue, replayed FROM outbox
          WHERE state IN ('queued', 'sent') AND (replayed = 0 OR state = 'sent' OR seq IN
            (SELECT seq FROM outbox WHERE replayed = 1 AND state = 'queued' ORDER BY seq LIMIT ?))
          ORDER BY seq
          """,
        arguments: [replays]
      ).map(OpenEntry.init)
    }
  }

  /// Closes entries that were read back from the journal at `cursor`, and marks those that were handed to it
  /// and not yet seen, all in one commit.
  ///
  /// An arrival whose last entry this was is `journalled` then.
  package func confirm(
    _ landed: [(id: String, cursor: String)], handed: [String] = []
  ) throws(ArchiveError) {
    try write { db in
      let mark = try db.cachedStatement(
        sql: """
          UPDATE outbox SET state = 'sent', attempts = attempts + 1
          WHERE entry_id = ? AND state IN ('queued', 'sent')
          """)
      for id in handed { try mark.execute(arguments: [id]) }
      let close = try db.cachedStatement(
        sql: """
          UPDATE outbox SET state = 'landed', cursor = ?, replayed = 0 WHERE entry_id = ? AND fields <> x''
          RETURNING arrival
          """)
      var arrivals: Set<Int64> = []
      for (id, cursor) in landed {
        if let arrival = try Int64.fetchOne(close, arguments: [cursor, id]) { arrivals.insert(arrival) }
      }
      for arrival in arrivals.sorted() { try finish(arrival, db) }
    }
  }

  /// Gives entries up that the journal may have had and no longer holds.
  package func retire(_ ids: [String]) throws(ArchiveError) {
    try write { db in
      let retire = try db.cachedStatement(
        sql: "UPDATE outbox SET state = 'retired', replayed = 0 WHERE entry_id = ? RETURNING arrival")
      for id in ids {
        if let arrival = try Int64.fetchOne(retire, arguments: [id]) { try finish(arrival, db) }
      }
    }
  }

  /// Adds entries behind all others; one whose id stands there already is not told twice.
  func enqueue(_ entries: [OutboxEntry], arrival: Int64?, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO outbox (entry_id, digest_id, arrival, fields, state) VALUES (?, ?, ?, ?, 'queued')
        ON CONFLICT (entry_id) DO NOTHING
        """)
    for entry in entries {
      try insert.execute(arguments: [entry.id, entry.digestID, arrival, blob(entry.fields)])
      if db.changesCount == 0 { try requeue(entry, arrival: arrival, db) }
    }
  }

  /// An arrival is at its end when the last of its entries is.
  private func finish(_ arrival: Int64, _ db: Database) throws {
    try db.run(
      """
      UPDATE arrivals SET state = 'journalled' WHERE id = ? AND state = 'queued' AND NOT EXISTS
        (SELECT 1 FROM outbox WHERE arrival = arrivals.id AND state IN ('queued', 'sent'))
      """,
      [arrival])
  }

  func entry(_ row: Row) -> OutboxEntry {
    OutboxEntry(
      id: row["entry_id"], digestID: row["digest_id"], fields: bytes(row["fields"]),
      state: OutboxEntry.State(rawValue: row["state"]) ?? .queued, attempts: row["attempts"], seq: row["seq"],
      queued: row["queued"], reissue: row["reissue"], isReplayed: row["replayed"])
  }
}
