// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB

/// Which drop folder stood under a path when it was last served: another one is told, also after a restart.
extension MeetingArchive {
  /// The bytes that were kept for a path; nil where it was never served.
  package func folder(at path: String) throws(ArchiveError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT identity FROM folders WHERE path = ?", arguments: [path]).map(bytes)
    }
  }

  /// Keeps the bytes that tell the folder under a path from any other.
  package func keep(folder identity: [UInt8], at path: String) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO folders (path, identity) VALUES (?, ?)",
        arguments: [path, blob(identity)])
    }
  }
}
