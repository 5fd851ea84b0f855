// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Files that somebody wants to put on hold although they do not lie in a folder for that.
extension MeetingArchive {
  /// How far a file is that is not on hold.
  package enum Reach: Sendable, Hashable {
    /// Taken and not read yet: it can still be put on hold.
    case waiting(Int64)
    /// Read, and told with its batch or in its turn, which nothing stops any more.
    case telling
    /// Told; with its digest where there is one.
    case told(digest: String?)
    /// Refused, so that there is nothing to be told of it.
    case rejected
  }

  /// How far the latest arrival is that a user names by its name or by eight or more digits of its SHA-256;
  /// nil where there is none.
  package func reach(ofFileNamed what: String) throws(ArchiveError) -> Reach? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, state, read FROM arrivals
          WHERE display = ?1 OR substr(sha256, 1, length(?2)) = ?2 ORDER BY id DESC LIMIT 1
          """,
        arguments: [what, HashPrefix.of(what)])
      guard let row else { return nil }
      let (id, state, isRead): (Int64, String, Bool) = (row["id"], row["state"], row["read"])
      switch Arrival.State(rawValue: state) {
      case .taken?: return isRead ? .telling : .waiting(id)
      case .rejected?: return .rejected
      default:
        return .told(
          digest: try String.fetchOne(
            db, sql: "SELECT digest_id FROM outbox WHERE arrival = ? AND digest_id IS NOT NULL LIMIT 1",
            arguments: [id]))
      }
    }
  }

  /// Puts arrivals on hold that wait to be read: reading will find them so.
  package func hold(waiting arrivals: [Int64]) throws(ArchiveError) {
    try write { db in
      for arrival in arrivals {
        try db.run(
          """
          INSERT OR IGNORE INTO held (arrival)
          SELECT id FROM arrivals WHERE id = ? AND state = 'taken' AND read = 0
          """, [arrival])
      }
    }
  }
}
