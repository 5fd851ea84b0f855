// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import FoundationEssentials
internal import GRDB
internal import Glibc
internal import Minutes

/// An archive in one file that can be carried to another machine: the database, with the original documents in it.
///
/// It is an archive like any other, so all that reads one reads it where it lies, without a service.
extension MeetingArchive {
  private static let originals =
    "CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT"

  /// Writes such a file at `path`, where nothing may lie yet; `original` gives a document's bytes by their hash.
  ///
  /// Returns how many originals it holds and how many are not kept any more. One state of the archive is
  /// copied, whatever the daemon does meanwhile.
  package func carry(
    to path: String, original: (String) -> [UInt8]?
  ) throws(ArchiveError) -> (held: Int, missing: Int) {
    try carry(to: path, where: Self.carries, original: original) { db in
      // What is on hold is told by this service or by none; nothing of it is left in the file.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // What was released of a container has come by itself then.
      try db.execute(
        sql: "UPDATE arrivals SET container = NULL WHERE container IN (SELECT arrival FROM held)")
      try db.execute(sql: "DELETE FROM arrivals WHERE id IN (SELECT arrival FROM held)")
    }
  }

  /// The same with the originals of those arrivals that a clause chooses, and with what `more` adds.
  func carry(
    to path: String, where clause: String, original: (String) -> [UInt8]?, _ more: (Database) throws -> Void
  ) throws(ArchiveError) -> (held: Int, missing: Int) {
    try copy(to: path)
    do {
      let copy = try DatabaseQueue(path: path)
      return try copy.write { db in
        try db.execute(sql: Self.originals)
        let hashes = try String.fetchAll(
          db, sql: "SELECT DISTINCT sha256 FROM arrivals WHERE \(clause) ORDER BY sha256")
        var held = 0
        for sha256 in hashes {
          guard let bytes = original(sha256) else { continue }
          try db.execute(
            sql: "INSERT INTO originals (sha256, bytes) VALUES (?, ?)", arguments: [sha256, Data(bytes)])
          held += 1
        }
        try more(db)
        return (held, hashes.count - held)
      }
    } catch {
      unlink(path)
      throw ArchiveError.copying(error, from: path, to: path)
    }
  }

  /// The documents that a carried archive holds the bytes of, in the order in which they came.
  ///
  /// Empty for an archive that was not written by `carry`.
  package func carriedDocuments() throws(ArchiveError) -> [CarriedDocument] {
    try read { db in
      guard try db.tableExists("originals") else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT display, sha256, provenance FROM arrivals
          WHERE \(Self.carries) AND sha256 IN (SELECT sha256 FROM originals) ORDER BY id
          """
      ).map { CarriedDocument(name: $0["display"], sha256: $0["sha256"], provenance: provenance($0)) }
    }
  }

  /// The bytes of a document that is carried; nil where they are not.
  package func original(sha256: String) throws(ArchiveError) -> [UInt8]? {
    try read { db in
      let bytes = try Data.fetchOne(
        db.kept("SELECT bytes FROM originals WHERE sha256 = ?"), arguments: [sha256])
      return bytes.map { [UInt8]($0) }
    }
  }

  /// What is on hold stays at home, and a container that still holds any of it. Members of a container are read from it again; what was refused would be refused there too.
  private static let carries = """
    sha256 IS NOT NULL AND (container IS NULL OR container IN (SELECT arrival FROM held))
      AND state <> 'rejected' AND id NOT IN (SELECT arrival FROM held)
    """
}
