// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB
package import Minutes

/// Looking things up by their ids.
extension MeetingArchive {
  /// The meeting of exactly this id and provenance, so that a further report of it is known as a source.
  package func record(id: String, provenance: Provenance) throws(ArchiveError) -> Minutes.Record? {
    try record(MeetingKey(id: id, provenance: provenance))
  }

  /// The meeting under a key.
  package func record(_ key: MeetingKey) throws(ArchiveError) -> Minutes.Record? {
    try read { db in
      let row = try Int64.fetchOne(
        db.kept("SELECT id FROM meetings WHERE meeting_id = ? AND provenance = ?"),
        arguments: [key.id, key.provenance.rawValue])
      return try row.flatMap { try record($0, db) }
    }
  }

  /// Meetings whose id begins with `prefix`, by id, real reports first; more than one where the prefix is
  /// short or a meeting is held in more than one provenance.
  package func records(prefix: String, limit: Int = 2) throws(ArchiveError) -> [Minutes.Record] {
    try read { db in
      let rows = try Int64.fetchAll(
        db.kept(
          """
          SELECT id FROM meetings WHERE meeting_id >= ?1 AND meeting_id < ?1 || char(0x10FFFF)
          ORDER BY meeting_id, provenance = 'report' DESC, provenance = 'paraphrase' DESC LIMIT ?2
          """),
        arguments: [prefix, limit])
      return try rows.compactMap { try record($0, db) }
    }
  }

  /// What was read from these bytes, or nil where they never gave a reading.
  package func document(sha256: String) throws(ArchiveError) -> DocumentReading? {
    try read { db in
      let row = try Row.fetchOne(db.kept("SELECT * FROM documents WHERE sha256 = ?"), arguments: [sha256])
      guard let row else { return nil }
      var report = try value(Report.self, of: row["report"])
      report.meetings = try Data.fetchAll(
        db.kept("SELECT CAST(reading AS BLOB) FROM meeting_documents WHERE sha256 = ? ORDER BY part"),
        arguments: [sha256]
      ).map { try readings.meeting(of: bytes($0)) }
      let document = Document(name: row["name"], sha256: sha256, provenance: provenance(row))
      return DocumentReading(
        document: document, format: row["format"], charset: row["charset"], rules: row["rules"],
        report: report)
    }
  }

  /// Documents whose reading was made by other rules than `rules`, latest arrival first, to be read again.
  package func stale(rules: String, limit: Int) throws(ArchiveError) -> [Document] {
    try read { db in
      try Row.fetchAll(
        db.kept("SELECT * FROM documents WHERE rules <> ? ORDER BY arrival DESC LIMIT ?"),
        arguments: [rules, limit]
      ).map { Document(name: $0["name"], sha256: $0["sha256"], provenance: provenance($0)) }
    }
  }

  /// How many documents `stale` would give in all.
  package func staleCount(rules: String) throws(ArchiveError) -> Int {
    try read { db in
      try Int.fetchOne(db.kept("SELECT count(*) FROM documents WHERE rules <> ?"), arguments: [rules]) ?? 0
    }
  }

  /// Digests whose id begins with `prefix`, by id.
  package func digests(prefix: String, limit: Int = 2) throws(ArchiveError) -> [KeptDigest] {
    try digests("digest_id >= ?1 AND digest_id < ?1 || 'g' ORDER BY digest_id LIMIT ?2", [prefix, limit])
  }

  /// All digests of a meeting, latest first; those after the first are superseded.
  package func digests(ofMeeting id: String, provenance: Provenance) throws(ArchiveError) -> [KeptDigest] {
    try digests("meeting_id = ? AND provenance = ? ORDER BY id DESC", [id, provenance.rawValue])
  }

  /// The digest that was told of a meeting last and not withdrawn; nil where nothing was told of it yet.
  package func told(of key: MeetingKey) throws(ArchiveError) -> KeptDigest? {
    let current = "meeting_id = ? AND provenance = ? AND retracted = 0 ORDER BY id DESC LIMIT 1"
    return try digests(current, [key.id, key.provenance.rawValue]).first
  }

  func digests(_ clause: String, _ arguments: StatementArguments) throws(ArchiveError) -> [KeptDigest] {
    try read { db in
      try Row.fetchAll(db.kept("SELECT * FROM digests WHERE " + clause), arguments: arguments).map { row in
        var digest = KeptDigest(
          id: row["digest_id"], meetingID: row["meeting_id"], provenance: provenance(row),
          baselines: try value(of: row["baselines"]), previous: row["previous"],
          sources: try value(of: row["sources"]), json: bytes(row["json"]), text: row["text"],
          supersedes: row["supersedes"], entries: row["entries"], edit: row["edit"])
        digest.isRetracted = row["retracted"]
        return digest
      }
    }
  }

  /// The record of a row of table meetings: what its reports say together, and the documents, the fullest
  /// first.
  func record(_ row: Int64, _ db: Database) throws -> Minutes.Record? {
    try keptRecord(row, db)?.decoded()
  }

  /// The same before its reading is decoded.
  func keptRecord(_ row: Int64, _ db: Database) throws -> KeptRecord? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT CAST(coalesce(m.merged, d.reading) AS BLOB)
        FROM meetings m JOIN meeting_documents d ON d.id = m.reading WHERE m.id = ?
        """)
    guard let reading = try Data.fetchOne(statement, arguments: [row]) else { return nil }
    let (documents, sources) = try documents(ofMeeting: row, db)
    return KeptRecord(
      reading: bytes(reading), documents: documents, sources: sources,
      amendments: try amendments(ofMeeting: row, db), readings: readings)
  }

  /// The documents that tell of a meeting, the fullest first, and where each was published.
  func documents(ofMeeting row: Int64, _ db: Database) throws -> ([Document], sources: [String]) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT d.name, d.sha256, d.provenance, d.source
        FROM meeting_documents m JOIN documents d ON d.sha256 = m.sha256
        WHERE m.meeting = ? AND d.superseded IS NULL
        GROUP BY d.sha256 ORDER BY max(m.fullness) DESC, d.sha256
        """)
    let documents = try Row.fetchAll(statement, arguments: [row])
    return (
      documents.map { Document(name: $0["name"], sha256: $0["sha256"], provenance: provenance($0)) },
      documents.map { $0["source"] }
    )
  }

  /// The provenance that a row names; what cannot be read counts as invented, which claims least.
  func provenance(_ row: Row) -> Provenance { Provenance(rawValue: row["provenance"]) ?? .invented }
}
