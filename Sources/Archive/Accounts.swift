// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB
package import Minutes

/// What each report says of a meeting, and what they say together.
extension MeetingArchive {
  /// The accounts of a meeting, the fullest first, equals by hash: the order of arrival plays no part.
  ///
  /// Of reports that say the same only the fullest is given (`Gist`), and of those that differ no more than
  /// sixteen, beside those that a person has put right, as long as that is not taken back. Earlier versions
  /// of a file are left out, unless `documents` names hashes: then exactly those are given, as far as they
  /// tell of the meeting.
  package func accounts(
    of key: MeetingKey, documents: [String]? = nil
  ) throws(ArchiveError) -> [Account] {
    try read { db in
      let chosen = try different(
        Row.fetchCursor(
          db,
          sql: """
            SELECT d.name, d.sha256, d.provenance, d.superseded, a.id, a.gist,
              EXISTS (
                SELECT 1 FROM amendments b JOIN edits e ON e.id = b.edit
                WHERE b.sha256 = a.sha256 AND e.undone IS NULL) AS amended
            FROM meetings m JOIN meeting_documents a ON a.meeting = m.id JOIN documents d ON d.sha256 = a.sha256
            WHERE m.meeting_id = ? AND m.provenance = ? ORDER BY a.fullness DESC, a.sha256, a.part
            """,
          arguments: [key.id, key.provenance.rawValue])
      ) { documents?.contains($0) ?? ($1 == nil) }
      return try chosen.map { document, row in
        let reading = try Data.fetchOne(
          db.cachedStatement(sql: "SELECT CAST(reading AS BLOB) FROM meeting_documents WHERE id = ?"),
          arguments: [row])
        return Account(document: document, meeting: try readings.meeting(of: bytes(reading ?? Data())))
      }
    }
  }

  /// The fullest reports that say different things, and the rows of their readings.
  private func different(
    _ rows: RowCursor, where counts: (_ sha256: String, _ superseded: String?) -> Bool
  ) throws -> [(Document, row: Int64)] {
    var chosen: [(Document, row: Int64)] = []
    var known: Set<Int64> = []
    while let row = try rows.next() {
      if chosen.count >= Self.mostAccounts, !(row["amended"] as Bool) { continue }
      let document = Document(name: row["name"], sha256: row["sha256"], provenance: provenance(row))
      let gist: Int64 = row["gist"]
      guard counts(document.sha256, row["superseded"]), gist == 0 || known.insert(gist).inserted else {
        continue
      }
      chosen.append((document, row["id"]))
    }
    return chosen
  }

  /// More different accounts of one meeting than any press has printed; beyond them the fullest count.
  ///
  /// Without a bound the thousandth file that somebody makes of one report would cost a thousand readings.
  private static var mostAccounts: Int { 16 }

  /// Keeps what all reports of a meeting say together, where there are several; one alone speaks for itself.
  package func keep(merged meeting: Meeting, of key: MeetingKey) throws(ArchiveError) {
    try write { db in
      noteChange()
      let row = try Int64.fetchOne(
        db.kept("SELECT id FROM meetings WHERE meeting_id = ? AND provenance = ? AND withdrawn IS NULL"),
        arguments: [key.id, key.provenance.rawValue])
      guard let row else { return }
      try db.run(
        "UPDATE meetings SET merged = ?, tasks = ? WHERE id = ?",
        [json(meeting), meeting.priorities.count, row])
      try SearchTables.enter(meeting, as: row, db)
    }
  }
}
