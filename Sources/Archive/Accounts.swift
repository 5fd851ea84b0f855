// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// What each report says of a meeting, and what they say together.
extension MeetingArchive {
  /// The accounts of a meeting, the fullest first, equals by hash: the order of arrival plays no part.
  ///
  /// Earlier versions of a file are left out, unless `documents` names hashes: then exactly those are given,
  /// as far as they tell of the meeting.
  package func accounts(
    of key: MeetingKey, documents: [String]? = nil
  ) throws(ArchiveError) -> [Account] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT d.name, d.sha256, d.provenance, d.superseded, a.reading
          FROM meetings m JOIN meeting_documents a ON a.meeting = m.id JOIN documents d ON d.sha256 = a.sha256
          WHERE m.meeting_id = ? AND m.provenance = ? ORDER BY a.fullness DESC, a.sha256, a.part
          """,
        arguments: [key.id, key.provenance.rawValue])
      return try rows.compactMap { row in
        let document = Document(name: row["name"], sha256: row["sha256"], provenance: provenance(row))
        let counts = documents?.contains(document.sha256) ?? (row["superseded"] as String? == nil)
        guard counts else { return nil }
        let meeting = try readings.meeting(of: row["reading"]) { try value(of: $0) }
        return Account(document: document, meeting: meeting)
      }
    }
  }

  /// Keeps what all reports of a meeting say together, where there are several; one alone speaks for itself.
  package func keep(merged meeting: Meeting, of key: MeetingKey) throws(ArchiveError) {
    try write { db in
      let row = try Int64.fetchOne(
        db, sql: "SELECT id FROM meetings WHERE meeting_id = ? AND provenance = ?",
        arguments: [key.id, key.provenance.rawValue])
      guard let row else { return }
      try db.execute(
        sql: "UPDATE meetings SET merged = ?, tasks = ? WHERE id = ?",
        arguments: [try json(meeting), meeting.priorities.count, row])
      try SearchTables.enter(meeting, as: row, db)
    }
  }
}
