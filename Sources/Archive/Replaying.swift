// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Sending anew what the journal had: on request, never by itself.
extension MeetingArchive {
  /// The entries that a replay would send, in order, as their numbers in the outbox.
  ///
  /// Those of `digests` (whole ids), and those queued in `time` (microseconds since 1970) that hold one of
  /// `needles`; without either all that hold one. What is on its way to the journal anyway is left out.
  package func replayable(
    digests: [String], in time: Range<Int64>?, holding needles: [[UInt8]]
  ) throws(ArchiveError) -> [Int64] {
    try read { db in
      guard digests.isEmpty else {
        return try digests.flatMap { digest in
          try Int64.fetchAll(
            db,
            sql: """
              SELECT seq FROM outbox WHERE entry_id >= ?1 || '-' AND entry_id < ?1 || '.'
                AND fields <> x'' AND state IN ('landed', 'retired') ORDER BY seq
              """,
            arguments: [digest])
        }.sorted()
      }
      let held = needles.map { _ in "instr(fields, ?) > 0" }.joined(separator: " OR ")
      let range = time ?? 0..<Int64.max
      return try Int64.fetchAll(
        db,
        sql: """
          SELECT seq FROM outbox
          WHERE state IN ('landed', 'retired') AND queued >= ? AND queued < ? AND (\(held)) ORDER BY seq
          """,
        arguments: [range.lowerBound, range.upperBound] + StatementArguments(needles.map(blob)))
    }
  }

  /// Queues entries anew by their numbers; each says by MINUTED_REISSUE which time it is sent.
  package func replay(_ entries: [Int64]) throws(ArchiveError) {
    try write { db in
      let queue = try db.cachedStatement(
        sql: """
          UPDATE outbox SET state = 'queued', cursor = NULL, reissue = reissue + 1, replayed = 1
          WHERE seq = ? AND state IN ('landed', 'retired')
          """)
      for entry in entries { try queue.execute(arguments: [entry]) }
    }
  }

  /// Entries that wait to be sent anew, in order, from after `seq`.
  package func replays(after seq: Int64, limit: Int) throws(ArchiveError) -> [OutboxEntry] {
    try read { db in
      try Row.fetchAll(
        db.kept(
          "SELECT * FROM outbox WHERE replayed = 1 AND state = 'queued' AND seq > ? ORDER BY seq LIMIT ?"),
        arguments: [seq, limit]
      ).map(entry)
    }
  }
}
