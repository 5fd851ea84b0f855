// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// Reading again: what is still to be read, and what came of it.
extension MeetingArchive {
  /// The document with the latest arrival before a number that is to be read again by `rules`; nil where none is
  /// left.
  ///
  /// With the number of the one before, a whole archive is gone through once, however large. With `all` those
  /// are given too that these rules have read already.
  package func stale(
    rules: String, before arrival: Int64, all: Bool
  ) throws(ArchiveError) -> (document: Document, arrival: Int64)? {
    try read { db in
      try Row.fetchOne(
        db.kept(
          """
          SELECT * FROM documents INDEXED BY documents_arrival
          WHERE arrival < ?1 AND (?2 OR rules <> ?3) ORDER BY arrival DESC, sha256 LIMIT 1
          """),
        arguments: [arrival, all, rules]
      ).map { (Document(name: $0["name"], sha256: $0["sha256"], provenance: provenance($0)), $0["arrival"]) }
    }
  }

  /// Has all documents read again by these rules, whatever rules they were read by; a restart goes on with it.
  package func beginRereading(rules: String) throws(ArchiveError) {
    try write { db in
      try db.run(
        "INSERT OR REPLACE INTO rereading (id, rules, arrival) VALUES (1, ?, ?)", [rules, Int64.max])
    }
  }

  /// From which arrival on all documents are read again by these rules already; nil where only stale ones are
  /// to be. Where it was begun by other rules, it begins anew.
  package func rereadingPosition(rules: String) throws(ArchiveError) -> Int64? {
    let known = try read { db in
      try Row.fetchOne(db, sql: "SELECT rules, arrival FROM rereading").map { row -> (String, Int64) in
        (row["rules"], row["arrival"])
      }
    }
    guard let known, known.0 != rules else { return known?.1 }
    try beginRereading(rules: rules)
    return .max
  }

  /// Notes how far the reading of all documents has come; nil ends it.
  package func noteRereading(at arrival: Int64?) throws(ArchiveError) {
    try write { db in
      if let arrival {
        try db.run("UPDATE rereading SET arrival = ?", [arrival])
      } else {
        try db.run("DELETE FROM rereading", [])
      }
    }
  }

  /// How many documents came before an arrival.
  package func documentCount(before arrival: Int64) throws(ArchiveError) -> Int {
    try read { db in
      try Int.fetchOne(
        db.kept("SELECT count(*) FROM documents WHERE arrival < ?"), arguments: [arrival]) ?? 0
    }
  }

  /// Keeps what other rules read otherwise in a document.
  package func keep(_ rereading: KeptRereading) throws(ArchiveError) {
    try write { db in
      try db.run(
        "INSERT INTO rereadings (at, sha256, name, earlier, later, changes) VALUES (?, ?, ?, ?, ?, ?)",
        [
          rereading.at, rereading.sha256, rereading.name, rereading.earlier, rereading.later,
          String(decoding: rereading.changes, as: UTF8.self),
        ])
    }
  }

  /// Calls `body` with what was read otherwise on the way from rules that begin so to others, in the order in
  /// which it was; rules between them are on that way.
  package func eachRereading(
    from earlier: String, to later: String, _ body: (KeptRereading) throws -> Void
  ) throws(ArchiveError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT * FROM rereadings
          WHERE id >= (SELECT min(id) FROM rereadings WHERE substr(earlier, 1, length(?1)) = ?1)
            AND id <= (SELECT max(id) FROM rereadings WHERE substr(later, 1, length(?2)) = ?2)
          ORDER BY id
          """,
        arguments: [earlier, later])
      while let row = try rows.next() {
        let changes: String = row["changes"]
        try body(
          KeptRereading(
            at: row["at"], sha256: row["sha256"], name: row["name"], earlier: row["earlier"],
            later: row["later"], changes: Array(changes.utf8)))
      }
    }
  }

  /// Which rules have followed which, with how many documents they read otherwise, in order.
  package func rereadRules() throws(ArchiveError) -> [(earlier: String, later: String, documents: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT earlier, later, count(DISTINCT sha256) AS documents FROM rereadings
          GROUP BY earlier, later ORDER BY min(id)
          """
      ).map { ($0["earlier"], $0["later"], $0["documents"]) }
    }
  }
}
