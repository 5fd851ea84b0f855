// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// What forgetting leaves behind, and is taken out after its commit.
extension MeetingArchive {
  /// Pages of the index that are merged in one step: some megabytes.
  private static let step = 500

  /// Hashes whose originals must not lie in the store: what was forgotten, and the archives that it came in.
  ///
  /// Not those that are to be opened yet: their members are arrivals first. By name, as the later states of
  /// an archive are: a member that was known is no arrival of theirs.
  package func forgottenOriginals() throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT sha256 FROM forgotten UNION SELECT c.sha256 FROM forgotten f
            JOIN arrivals a ON a.sha256 = f.sha256 JOIN arrivals o ON o.id = a.container
            JOIN arrivals c ON c.name = o.name
            WHERE c.sha256 IS NOT NULL AND c.gone = 1
              AND NOT EXISTS (SELECT 1 FROM arrivals b WHERE b.sha256 = c.sha256 AND b.state = 'taken')
          ORDER BY 1
          """)
    }
  }

  /// True where an arrival of these bytes still waits for its outcome, which needs them.
  package func isAwaited(_ sha256: String) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.kept("SELECT EXISTS (SELECT 1 FROM arrivals WHERE sha256 = ? AND state = 'taken')"),
        arguments: [sha256]) ?? false
    }
  }

  /// Merges the index of words on into one segment; true while something is left of that.
  ///
  /// A deletion there is a note in a new segment: the pairs of what was forgotten stay in the old one until
  /// both are merged. In one go that takes seconds where there are a hundred thousand reports.
  package func sweepWords(isBegun: Bool) throws(ArchiveError) -> Bool {
    try write { db in
      let before = db.totalChangesCount
      // Below nought it begins with all segments, whatever their number.
      try db.execute(
        sql: "INSERT INTO words (words, rank) VALUES ('merge', ?)",
        arguments: [isBegun ? Self.step : -Self.step])
      return db.totalChangesCount - before > 1
    }
  }

  /// Empties the log into the database: what was forgotten stands nowhere in the archive's files then.
  ///
  /// False where somebody reads an earlier state, which the log must keep; nobody is waited for.
  package func emptyLog() throws(ArchiveError) -> Bool {
    try readStepwise { db in
      let patience = try Int.fetchOne(db, sql: "PRAGMA busy_timeout") ?? 0
      try db.execute(sql: "PRAGMA busy_timeout = 0")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = \(patience)") }
      let isBusy = try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return isBusy == false
    }
  }

  /// Documents that came in an archive, by its hash: their own hashes and names.
  package func members(of container: String) throws(ArchiveError) -> [(sha256: String, name: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT m.sha256, m.display FROM arrivals c JOIN arrivals m ON m.container = c.id
          WHERE c.sha256 = ? AND m.sha256 IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.sha256 = m.sha256) ORDER BY m.id
          """,
        arguments: [container]
      ).map { (sha256: $0["sha256"], name: $0["display"]) }
    }
  }
}
