// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB

/// What pages are made from: which digests there are, and what became of the latest arrivals.
extension MeetingArchive {
  /// Digests in the order in which they were kept, from after a number: their numbers and ids.
  package func digestNumbers(after number: Int64, limit: Int) throws(ArchiveError) -> [(
    number: Int64, id: String
  )] {
    try read { db in
      try Row.fetchAll(
        db.kept("SELECT id, digest_id FROM digests WHERE id > ? ORDER BY id LIMIT ?"),
        arguments: [number, limit]
      ).map { ($0["id"], $0["digest_id"]) }
    }
  }

  /// The latest arrivals, latest first.
  package func latestArrivals(limit: Int) throws(ArchiveError) -> [ArrivalStory] {
    try read { db in
      try Row.fetchAll(db.kept("SELECT * FROM arrivals ORDER BY id DESC LIMIT ?"), arguments: [limit]).map {
        row in
        let outcomes = try Data.fetchAll(
          db.kept("SELECT fields FROM outbox WHERE arrival = ? AND entry_id LIKE '%-00' ORDER BY seq"),
          arguments: [row["id"] as Int64])
        return ArrivalStory(arrival: arrival(row), taken: row["taken"], outcomes: outcomes.map { bytes($0) })
      }
    }
  }

  /// How many arrivals are kept: a look at every one, so not for each turn.
  package func arrivalCount() throws(ArchiveError) -> Int {
    try read { try Int.fetchOne($0.kept("SELECT count(*) FROM arrivals")) ?? 0 }
  }

  /// The numbers of the last arrival and the last entry: while neither changes nothing arrived and nothing
  /// was told.
  package func progress() throws(ArchiveError) -> (arrival: Int64, entry: Int64) {
    try read { db in
      (
        try Int64.fetchOne(db.kept("SELECT max(id) FROM arrivals")) ?? 0,
        try Int64.fetchOne(db.kept("SELECT max(seq) FROM outbox")) ?? 0
      )
    }
  }
}
