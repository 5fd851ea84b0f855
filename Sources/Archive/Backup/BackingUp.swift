// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Glibc

/// Making a backup: the archive, all originals and the configuration in one file, under a seal.
///
/// It is a carried archive with two tables more, so `minutectl --archive BACKUP` reads it where it lies.
extension MeetingArchive {
  /// What a backup came to.
  package struct BackupCounts: Sendable, Hashable {
    package var meetings: Int
    /// Original documents that it holds.
    package var held: Int
    /// Documents whose originals are not kept any more, or could not be read.
    package var missing: Int
  }

  /// Writes a backup at `path`, where nothing may lie yet; readable by nobody else than who makes it.
  ///
  /// One state of the archive is copied, by a reader beside the daemon, which writes on meanwhile: nothing waits
  /// for a backup. `made` is microseconds since 1970, `version` that of this minuted; `original` gives a
  /// document's bytes by their hash, nil where they are not kept or are not those bytes any more.
  package func backUp(
    to path: String, configuration: [CarriedFile], made: Int64, version: String,
    hash: ([UInt8]) -> String, original: (String) -> [UInt8]?
  ) throws(ArchiveError) -> BackupCounts {
    let mask = umask(0o077)
    defer { umask(mask) }
    var meetings = 0
    let counts = try carry(to: path, where: "sha256 IS NOT NULL", original: original) { db in
      try db.execute(sql: Backup.tables)
      for file in configuration {
        try db.execute(
          sql: "INSERT INTO configuration (path, bytes) VALUES (?, ?)",
          arguments: [file.path, blob(file.bytes)])
      }
      try db.execute(sql: "INSERT INTO backup (made, version) VALUES (?, ?)", arguments: [made, version])
      meetings = try Int.fetchOne(db, sql: "SELECT count(*) FROM meetings") ?? 0
      try Seal.put(on: db, hash)
    }
    return BackupCounts(meetings: meetings, held: counts.held, missing: counts.missing)
  }

  /// Notes that this archive was put back from a backup at a time, in microseconds since 1970.
  ///
  /// What it holds as told stays told, on whichever machine: no look through the journal after a boot sends it
  /// anew. And what it comes to tell the journal may have already, from the time that the backup lacks.
  package func noteRestored(at now: Int64) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO restored (id, last, at)
          SELECT 1, coalesce(max(seq), 0), ? FROM outbox
          """,
        arguments: [now])
    }
  }

  /// Until when entries are looked for in the journal before they are sent, in microseconds since 1970; nil
  /// where this archive was not restored.
  ///
  /// The time begins with the first start after it.
  package func asksFirst(from now: Int64, for span: Int64) throws(ArchiveError) -> Int64? {
    try write { db in
      try db.execute(sql: "UPDATE restored SET until = ? WHERE until IS NULL", arguments: [now + span])
      return try Int64.fetchOne(db, sql: "SELECT until FROM restored")
    }
  }
}
