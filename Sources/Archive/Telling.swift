// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// Between read and queued: what was read is kept first and told then, in order of meeting date.
extension MeetingArchive {
  /// Keeps what was read from an arrival, and that it is still to be told; its attempts are forgiven.
  ///
  /// Returns the meetings that it tells of.
  package func keep(_ reading: DocumentReading, of arrival: Arrival) throws(ArchiveError) -> [MeetingKey] {
    try write { db in
      let keys = try keep(reading, arrival: arrival.id, db)
      let sha256 = reading.document.sha256
      let meetings = reading.report.meetings
      if meetings.isEmpty { try expect(arrival.id, part: 0, of: sha256, nil, db) }
      for (place, meeting) in meetings.enumerated() {
        try expect(arrival.id, part: place + 1, of: sha256, meeting, db)
      }
      try db.run("UPDATE arrivals SET attempts = 0, read = 1, aside = 0 WHERE id = ?", [arrival.id])
      return keys
    }
  }

  private func expect(
    _ arrival: Int64, part: Int, of sha256: String, _ meeting: Meeting?, _ db: Database
  ) throws {
    try db.run(
      """
      INSERT INTO untold (arrival, part, batch, date_key, meeting_id, fullness, sha256)
      SELECT id, ?, batch, ?, ?, ?, ? FROM arrivals WHERE id = ?
      """,
      [
        part, meeting?.date?.sortKey ?? 0, meeting?.id ?? "", meeting?.fullness ?? 0, sha256, arrival,
      ])
  }

  /// What was read and is still to be told, by meeting date; of a meeting's reports the fullest first.
  package func untold(batch: Int64?, limit: Int) throws(ArchiveError) -> [UntoldPart] {
    try read { db in
      try Row.fetchAll(
        db.kept(
          """
          SELECT u.arrival, u.sha256, u.part, a.attempts FROM untold u JOIN arrivals a ON a.id = u.arrival
          WHERE u.batch IS ? ORDER BY u.date_key, u.part, u.meeting_id, u.fullness DESC, u.sha256
          LIMIT ?
          """),
        arguments: [batch, limit]
      ).map {
        UntoldPart(
          arrival: $0["arrival"], sha256: $0["sha256"], part: $0["part"], attempts: $0["attempts"])
      }
    }
  }

  /// Keeps what is told of a part; the arrival is at its outcome with the last of its parts.
  package func tell(
    _ part: UntoldPart, _ digest: KeptDigest?, _ entries: [OutboxEntry], boot: String
  ) throws(ArchiveError) {
    try write { db in
      if let digest { try keep(digest, db) }
      try enqueue(entries, arrival: part.arrival, db)
      try db.run(
        "DELETE FROM untold WHERE arrival = ? AND part = ?", [part.arrival, part.part])
      let left = try Bool.fetchOne(
        db.kept("SELECT EXISTS (SELECT 1 FROM untold WHERE arrival = ?)"), arguments: [part.arrival])
      if left != true { try end(part.arrival, nil, boot: boot, db) }
    }
  }

  /// Ends an arrival whose telling has ended the daemon, with the entries that say so; none of its parts is
  /// left.
  package func giveUp(
    _ arrival: Int64, reason: String, _ entries: [OutboxEntry], boot: String
  ) throws(ArchiveError) {
    try write { db in
      try db.run("DELETE FROM untold WHERE arrival = ?", [arrival])
      try enqueue(entries, arrival: arrival, db)
      try end(arrival, reason, boot: boot, db)
    }
  }
}
