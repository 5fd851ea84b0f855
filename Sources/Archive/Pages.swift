// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB
internal import Minutes
internal import Synchronization

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

  /// The number of the last digest that was kept, or 0.
  package func lastDigest() throws(ArchiveError) -> Int64 {
    try read { try Int64.fetchOne($0.kept("SELECT max(id) FROM digests")) ?? 0 }
  }

  /// The id of the digest that tells of a meeting now; nil where none does.
  package func currentDigest(of key: MeetingKey) throws(ArchiveError) -> String? {
    try read { db in
      try String.fetchOne(
        db.kept(
          """
          SELECT digest_id FROM digests WHERE meeting_id = ? AND provenance = ? AND retracted = 0
            ORDER BY id DESC LIMIT 1
          """), arguments: [key.id, key.provenance.rawValue])
    }
  }

  /// The latest arrivals, latest first.
  package func latestArrivals(limit: Int) throws(ArchiveError) -> [ArrivalStory] {
    try read { db in
      try Row.fetchAll(
        // Of what is on hold not even the name is told.
        db.kept(
          """
          SELECT * FROM arrivals WHERE NOT EXISTS (SELECT 1 FROM held WHERE arrival = arrivals.id)
          ORDER BY id DESC LIMIT ?
          """),
        arguments: [limit]
      ).map { row in
        let outcomes = try Data.fetchAll(
          // As the index has it, which SQLite takes for these very words only.
          db.kept(
            "SELECT fields FROM outbox WHERE arrival = ? AND substr(entry_id, -3) = '-00' ORDER BY seq"),
          arguments: [row["id"] as Int64])
        return ArrivalStory(arrival: arrival(row), taken: row["taken"], outcomes: outcomes.map { bytes($0) })
      }
    }
  }

  /// The number of a digest, in the order in which they were kept.
  package func digestNumber(of digest: String) throws(ArchiveError) -> Int64? {
    try read {
      try Int64.fetchOne($0, sql: "SELECT id FROM digests WHERE digest_id = ?", arguments: [digest])
    }
  }

  /// How many arrivals are kept: counted once, and then by what comes and goes.
  package func arrivalCount() throws(ArchiveError) -> Int {
    if let count = known.withLock(\.arrivals) { return count }
    let counted = try read { try Int.fetchOne($0.kept("SELECT count(*) FROM arrivals")) ?? 0 }
    known.withLock { $0.arrivals = counted }
    return counted
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
