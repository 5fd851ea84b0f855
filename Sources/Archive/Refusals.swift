// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import FoundationEssentials
internal import GRDB
internal import Minutes

/// Refused files: which there are, and how one is given another try.
extension MeetingArchive {
  /// Refused files, latest first; with `time` (microseconds since 1970) those that were taken in it.
  package func refused(limit: Int, in time: Range<Int64>? = nil) throws(ArchiveError) -> [Refused] {
    let time = time ?? 0..<Int64.max
    let rejected = try arrivals(
      where: "state = 'rejected' AND taken >= ? AND taken < ? ORDER BY id DESC LIMIT ?",
      [time.lowerBound, time.upperBound, limit])
    return try read { db in
      try rejected.map { arrival in
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT a.taken, o.fields FROM arrivals a LEFT JOIN outbox o ON o.arrival = a.id
            WHERE a.id = ? ORDER BY o.seq DESC LIMIT 1
            """,
          arguments: [arrival.id])
        let fields = (row?["fields"] as Data?).map { bytes($0) }
        return Refused(arrival: arrival, taken: row?["taken"] ?? 0, entry: fields)
      }
    }
  }

  /// Refused files as a user names them: by name as the journal shows it, by the beginning of the SHA-256
  /// (eight digits or more), or by number.
  package func refused(named what: String) throws(ArchiveError) -> [Arrival] {
    try arrivals(
      where: """
        state = 'rejected' AND (display = ?1 OR CAST(id AS TEXT) = ?1
          OR substr(sha256, 1, length(?2)) = ?2) ORDER BY id
        """,
      [what, HashPrefix.of(what)])
  }

  /// Gives a refused file another try: it waits to be read again, with no attempt counted.
  ///
  /// One that was never taken is forgotten, so that the folder shows it anew. What was read of one whose
  /// telling ended the daemon goes, or its bytes would be known already.
  package func tryAgain(_ arrival: Arrival) throws(ArchiveError) {
    try write { db in
      guard arrival.file.sha256 != nil else {
        try db.execute(
          sql: "DELETE FROM arrivals WHERE id = ? AND state = 'rejected'", arguments: [arrival.id])
        return noteArrivals(-db.changesCount)
      }
      let told = try Int64.fetchSet(
        db,
        sql: """
          SELECT meeting FROM meeting_documents
          WHERE sha256 IN (SELECT sha256 FROM documents WHERE arrival = ?)
          """,
        arguments: [arrival.id])
      try db.execute(sql: "DELETE FROM documents WHERE arrival = ?", arguments: [arrival.id])
      _ = try describe(told, db)
      try db.execute(
        sql: """
          UPDATE arrivals
          SET state = 'taken', reason = NULL, attempts = 0, batch = NULL, read = 0, aside = 0
          WHERE id = ? AND state = 'rejected'
          """,
        arguments: [arrival.id])
    }
  }
}
