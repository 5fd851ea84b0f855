// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Which originals are kept, for `KeepOriginals=`.
extension MeetingArchive {
  /// The hashes of originals that all came before a time (microseconds since 1970), the oldest first; one that
  /// came several times may stand several times.
  ///
  /// Never one of a file whose outcome is not found, or whose entries the journal has not shown yet.
  package func originals(takenBefore time: Int64, limit: Int) throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db.kept(
          """
          SELECT sha256 FROM arrivals a
          WHERE gone = 0 AND sha256 IS NOT NULL AND taken < ?1 AND NOT EXISTS (
            SELECT 1 FROM arrivals b WHERE b.sha256 = a.sha256 AND (b.taken >= ?1
              OR b.state NOT IN ('journalled', 'rejected')
              OR EXISTS (SELECT 1 FROM outbox WHERE arrival = b.id AND state IN ('queued', 'sent'))))
          ORDER BY taken LIMIT ?2
          """),
        arguments: [time, limit])
    }
  }

  /// Notes that originals are no longer kept.
  package func noteGone(_ hashes: [String]) throws(ArchiveError) {
    try write { db in
      for sha256 in hashes { try db.run("UPDATE arrivals SET gone = 1 WHERE sha256 = ?", [sha256]) }
    }
  }
}
