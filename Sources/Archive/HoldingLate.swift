// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Files that somebody wants to put on hold although they do not lie in a folder for that.
extension MeetingArchive {
  /// How far a file is that is not on hold.
  package enum Reach: Sendable, Hashable {
    /// Taken and not read yet: it can still be put on hold.
    case waiting(Int64)
    /// Read, or told; with its digest where there is one.
    case told(digest: String?)
  }

  /// How far the latest arrival is that a user names by its name or by eight or more digits of its SHA-256; nil where
  /// there is none.
  package func reach(ofFileNamed what: String) throws(ArchiveError) -> Reach? {
    let isHash = what.utf8.count >= 8 && what.allSatisfy(\.isHexDigit)
    return try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, state, read FROM arrivals
          WHERE display = ?1 OR ?2 AND substr(sha256, 1, length(?1)) = ?1 ORDER BY id DESC LIMIT 1
          """,
        arguments: [what, isHash])
      guard let row else { return nil }
      if row["state"] == "taken", row["read"] == 0 { return .waiting(row["id"]) }
      return .told(
        digest: try String.fetchOne(
          db, sql: "SELECT digest_id FROM outbox WHERE arrival = ? AND digest_id IS NOT NULL LIMIT 1",
          arguments: [row["id"] as Int64]))
    }
  }

  /// Puts arrivals on hold that wait to be read: reading will find them so.
  package func hold(waiting arrivals: [Int64]) throws(ArchiveError) {
    try write { db in
      for arrival in arrivals {
        try db.run(
          """
          INSERT OR IGNORE INTO held (arrival) SELECT id FROM arrivals WHERE id = ? AND state = 'taken' AND read = 0
          """, [arrival])
      }
    }
  }
}
