// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// Corrections: those that wait for further sources, and those that are told.
extension MeetingArchive {
  /// Remembers that a meeting's digest is to be corrected when its further sources have been gathered.
  package func awaitCorrection(of key: MeetingKey) throws(ArchiveError) {
    try write { db in
      try db.run(
        "INSERT INTO corrections (meeting_id, provenance) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [key.id, key.provenance.rawValue])
    }
  }

  /// The meetings whose digests wait to be corrected, by id.
  package func awaitedCorrections() throws(ArchiveError) -> [MeetingKey] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM corrections ORDER BY meeting_id, provenance").map {
        MeetingKey(id: $0["meeting_id"], provenance: provenance($0))
      }
    }
  }

  /// Keeps a correction with its entries; whatever waited to be corrected in the meeting's digest is told
  /// with it.
  package func correct(
    _ key: MeetingKey, _ digest: KeptDigest?, _ entries: [OutboxEntry]
  ) throws(ArchiveError) {
    try write { db in
      if let digest { try keep(digest, db) }
      try enqueue(entries, arrival: nil, db)
      try forget(key, db)
    }
  }

  /// Withdraws a digest, with the entries that say so.
  package func retract(
    _ digest: String, of key: MeetingKey, _ entries: [OutboxEntry]
  ) throws(ArchiveError) {
    try write { db in
      try db.run("UPDATE digests SET retracted = 1 WHERE digest_id = ?", [digest])
      try enqueue(entries, arrival: nil, db)
      try forget(key, db)
    }
  }

  /// Withdraws some digests of a meeting, or lets them hold again, with the entries that say so.
  package func set(
    retracted: Bool, _ digests: [String], of key: MeetingKey, _ entries: [OutboxEntry] = []
  ) throws(ArchiveError) {
    try write { db in
      for digest in digests {
        try db.run("UPDATE digests SET retracted = ? WHERE digest_id = ?", [retracted, digest])
      }
      try enqueue(entries, arrival: nil, db)
      try forget(key, db)
    }
  }

  /// The ids of all digests that were withdrawn.
  package func retractedDigests() throws(ArchiveError) -> Set<String> {
    try read { try String.fetchSet($0, sql: "SELECT digest_id FROM digests WHERE retracted = 1") }
  }

  /// Withdraws all digests of a meeting that is no longer kept, with the entries that say so.
  package func retractAll(of key: MeetingKey, _ entries: [OutboxEntry]) throws(ArchiveError) {
    try write { db in
      try db.run(
        "UPDATE digests SET retracted = 1 WHERE meeting_id = ? AND provenance = ?",
        [key.id, key.provenance.rawValue])
      try enqueue(entries, arrival: nil, db)
      try forget(key, db)
    }
  }

  private func forget(_ key: MeetingKey, _ db: Database) throws {
    try db.run(
      "DELETE FROM corrections WHERE meeting_id = ? AND provenance = ?",
      [key.id, key.provenance.rawValue])
  }
}
