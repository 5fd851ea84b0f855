// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB
internal import Glibc

/// A backup that was made earlier: looked through whole, then taken apart.
///
/// Opened for reading only, wherever it lies. Nothing in it is trusted before `problems` has found none.
package final class Backup {
  /// Its tables beside those of the archive and the originals.
  static let tables = """
    CREATE TABLE configuration (path TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE backup (made INTEGER NOT NULL, version TEXT NOT NULL) STRICT;
    """

  /// When it was made, in microseconds since 1970.
  package let made: Int64
  /// The version of the minuted that made it.
  package let version: String
  private let queue: DatabaseQueue
  private let path: String

  /// Opens a backup; a file that is none, or that a newer minuted has made, is refused.
  package init(path: String) throws(ArchiveError) {
    self.path = path
    do {
      queue = try MeetingArchive.immutableQueue(path: path)
      (made, version) = try queue.read { db in
        try MeetingArchive.refuseNewer(db, Schema.migrator, path)
        guard try db.tableExists("seal"), let row = try Row.fetchOne(db, sql: "SELECT * FROM backup") else {
          throw ArchiveError(
            .foreign, path: path, what: "is no backup",
            hint: "minutectl backup makes one; what minutectl export archive wrote is for minutectl import")
        }
        return (row["made"], row["version"])
      }
    } catch {
      throw ArchiveError.backup(error, path: path)
    }
  }

  /// How many originals it holds.
  package func originalCount() throws(ArchiveError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM originals") ?? 0 }
  }

  /// The hashes of the originals that it holds.
  package func originalHashes() throws(ArchiveError) -> Set<String> {
    try read { try String.fetchSet($0, sql: "SELECT sha256 FROM originals") }
  }

  /// What is not as it was when the backup was made, a line each: the pages of the file, every table by its
  /// seal, every original by its hash; empty for a sound one.
  package func problems(hash: ([UInt8]) -> String) throws(ArchiveError) -> [String] {
    try read { db in
      let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" }
      if !pages.isEmpty { return pages.map { "SQLite finds damage: \($0)" } }
      let tables = try Seal.broken(in: db, hash).map { "table \($0) is not as it was sealed" }
      var documents: [String] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT sha256, bytes FROM originals")
      while let row = try rows.next() {
        let sha256: String = row["sha256"]
        if hash(bytes(row["bytes"] as Data)) != sha256 {
          documents.append("document \(sha256) has other bytes")
        }
      }
      return tables + documents
    }
  }

  /// The configuration that it carries, by path.
  package func configuration() throws(ArchiveError) -> [CarriedFile] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT path, bytes FROM configuration ORDER BY path").map {
        CarriedFile(path: $0["path"], bytes: bytes($0["bytes"] as Data))
      }
    }
  }

  /// Calls `body` with each original and its hash.
  package func eachOriginal(_ body: (_ sha256: String, _ bytes: [UInt8]) throws -> Void) throws(ArchiveError)
  {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT sha256, bytes FROM originals ORDER BY sha256")
      while let row = try rows.next() { try body(row["sha256"], bytes(row["bytes"] as Data)) }
    }
  }

  /// Writes the archive alone at `target`, where nothing may lie yet but an empty file, in today's form and
  /// marked as restored at `now`, in microseconds since 1970.
  package func unpack(to target: String, now: Int64) throws(ArchiveError) {
    let whole = target + ".whole"
    defer { unlink(whole) }
    do {
      try queue.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [whole]) }
      try Self.reduce(whole, to: target)
    } catch {
      throw ArchiveError.copying(error, from: path, to: target)
    }
    let archive = try MeetingArchive(path: target)
    try archive.noteRestored(at: now)
    try archive.close()
    // An older one was copied before it was migrated; the backup is that copy.
    for form in 0...Schema.migrator.migrations.count {
      unlink(MeetingArchive.copyBeforeMigration(of: target, from: form))
    }
  }

  private static func reduce(_ whole: String, to target: String) throws {
    let copy = try DatabaseQueue(path: whole)
    try copy.write { db in
      for table in ["originals", "configuration", "backup", "seal"] { try db.drop(table: table) }
    }
    try copy.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
    try copy.close()
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do { return try queue.read(body) } catch { throw ArchiveError.backup(error, path: path) }
  }
}
