// SPDX-License-Identifier: Apache-2.0
internal import FoundationEssentials
internal import GRDB
package import Minutes

/// Forgetting documents: text, reading and what was told go, a tombstone stays.
extension MeetingArchive {
  /// The hashes of documents that a user names by the beginning of a SHA-256 (eight digits or more), or by the
  /// id of a meeting: all that tell of it, earlier versions too.
  package func documents(named what: String) throws(ArchiveError) -> [String] {
    let hash = HashPrefix.of(what)
    return try read { db in
      if let hash {
        return try String.fetchAll(
          db,
          sql:
            "SELECT DISTINCT sha256 FROM arrivals WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY sha256",
          arguments: [hash])
      }
      return try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT d.sha256 FROM meetings m JOIN meeting_documents d ON d.meeting = m.id
          WHERE m.meeting_id = ? ORDER BY d.sha256
          """,
        arguments: [what])
    }
  }

  /// The names under which bytes came, the first one first; they stay where these are forgotten.
  package func names(of sha256: String) throws(ArchiveError) -> [String] {
    try read { db in try names(of: sha256, db) }
  }

  /// The names of the reports of a meeting that an edit has removed, each the first that it came under.
  package func names(removedBy edit: Edit, of key: MeetingKey) throws(ArchiveError) -> [String] {
    var names: [String] = []
    for sha256 in edit.documents(of: key) { names += try self.names(of: sha256).prefix(1) }
    return names
  }

  private func names(of sha256: String, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT display FROM arrivals WHERE sha256 = ? ORDER BY id", arguments: [sha256])
  }

  /// True where these bytes were forgotten: they are not kept again.
  package func isForgotten(_ sha256: String) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.kept("SELECT EXISTS (SELECT 1 FROM forgotten WHERE sha256 = ?)"), arguments: [sha256]) ?? false
    }
  }

  /// Removes a document, what was read from it and what was told of it alone, and keeps a tombstone.
  ///
  /// Pages of the database that held it are written over; what is left in the index of words and in the log
  /// is to be swept after the commit (`sweepWords`, `emptyLog`). The ledger keeps the file's name, so that a
  /// file that still lies in its folder is passed by. What other meetings' digests quote of it stays as it
  /// was sent.
  package func forget(
    _ sha256: String, _ request: ForgetRequest
  ) throws(ArchiveError) -> ForgottenDocument {
    try write { db in
      let digests = try digests(from: sha256, db)
      var forgotten = ForgottenDocument(sha256: sha256, digests: digests)
      forgotten.names = try names(of: sha256, db)
      forgotten.containers = try containers(of: sha256, db)
      forgotten.entries = try takeEntries(of: sha256, digests, request, db)
      forgotten.marks = try takeMarks(on: digests, request.edit, db)
      try bury(sha256, isTold: !digests.isEmpty, request, db)
      forgotten.meetings = try removeReading(of: sha256, db)
      for digest in digests { try empty(digest, db) }
      return forgotten
    }
  }

  /// Lets bytes that were forgotten be kept again when they come again; returns how many tombstones that took.
  package func remember(_ sha256: String) throws(ArchiveError) -> Int {
    try write { db in
      try db.run("DELETE FROM forgotten WHERE sha256 = ?", [sha256])
      let count = db.changesCount
      guard count > 0 else { return 0 }
      try db.run("DELETE FROM arrivals WHERE sha256 = ? AND state = 'rejected'", [sha256])
      noteArrivals(-db.changesCount)
      return count
    }
  }
}

/// The steps of forgetting a document, within one transaction.
extension MeetingArchive {
  /// The digests that rest on it: of its meetings, of what they were when it was told, and of what they were
  /// between that, which only the line of corrections tells.
  private func digests(from sha256: String, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE line (digest_id, supersedes) AS (
          SELECT g.digest_id, g.supersedes FROM meeting_documents d JOIN meetings m ON m.id = d.meeting
            JOIN digests g ON g.meeting_id = m.meeting_id WHERE d.sha256 = ?1
          UNION SELECT g.digest_id, g.supersedes FROM arrivals a JOIN outbox o ON o.arrival = a.id
            JOIN digests g ON g.digest_id = o.digest_id WHERE a.sha256 = ?1
          UNION SELECT g.digest_id, g.supersedes FROM line JOIN digests g ON g.digest_id = line.supersedes
          UNION SELECT g.digest_id, g.supersedes FROM line JOIN digests g ON g.supersedes = line.digest_id)
        SELECT digest_id FROM digests WHERE digest_id IN (SELECT digest_id FROM line)
          AND EXISTS (SELECT 1 FROM json_each(sources) WHERE value = ?1) ORDER BY id
        """,
      arguments: [sha256])
  }

  /// The archives that it came in, which hold its bytes too.
  private func containers(of sha256: String, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT c.sha256 FROM arrivals a JOIN arrivals c ON c.id = a.container
        WHERE a.sha256 = ? AND c.sha256 IS NOT NULL ORDER BY c.sha256
        """,
      arguments: [sha256])
  }

  private func bury(
    _ sha256: String, isTold: Bool, _ request: ForgetRequest, _ db: Database
  ) throws {
    let isRead = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE sha256 = ?)", arguments: [sha256])
    let outcome = isTold ? "digest" : isRead == true ? "source" : "rejected"
    try db.run(
      "INSERT OR REPLACE INTO forgotten (sha256, at, outcome, reason) VALUES (?, ?, ?, ?)",
      [sha256, request.now, outcome, request.reason])
    try db.run(
      "DELETE FROM untold WHERE arrival IN (SELECT id FROM arrivals WHERE sha256 = ?)", [sha256])
    try db.run("DELETE FROM held WHERE arrival IN (SELECT id FROM arrivals WHERE sha256 = ?)", [sha256])
    try db.run(
      """
      UPDATE arrivals SET state = 'rejected', reason = 'forgotten', attempts = 0, aside = 0, gone = 1
      WHERE sha256 = ?
      """,
      [sha256])
    try db.run(
      """
      UPDATE arrivals SET gone = 1 WHERE sha256 IN (SELECT c.sha256 FROM arrivals a
        JOIN arrivals c ON c.id = a.container WHERE a.sha256 = ?)
      """,
      [sha256])
  }

  private func removeReading(of sha256: String, _ db: Database) throws -> [MeetingKey] {
    let told = try Int64.fetchSet(
      db, sql: "SELECT meeting FROM meeting_documents WHERE sha256 = ?", arguments: [sha256])
    try db.run("UPDATE documents SET superseded = NULL WHERE superseded = ?", [sha256])
    // What people have put right quotes it; that they have, and why, stays.
    try db.run(
      "UPDATE edits SET content = '{}' WHERE id IN (SELECT edit FROM amendments WHERE sha256 = ?)", [sha256])
    for table in ["amendments", "rules_readings", "rereadings"] {
      try db.run("DELETE FROM \(table) WHERE sha256 = ?", [sha256])
    }
    try db.run("DELETE FROM documents WHERE sha256 = ?", [sha256])
    return try describe(told, db)
  }
}
