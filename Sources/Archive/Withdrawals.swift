// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// Meetings that people have withdrawn: kept, shown, and compared with nothing.
///
/// Such a meeting loses the columns that baselines are chosen by, so that no question can find it; its own
/// reading stays whole. It is known by its id: a later report of it does not bring it back.
extension MeetingArchive {
  /// The edit that withdrew a meeting, as long as it is not taken back; the meeting need not be kept.
  package func withdrawal(of key: MeetingKey) throws(ArchiveError) -> Edit? {
    let id = try read { db in try withdrawal(of: key.id, key.provenance.rawValue, db) }
    guard let id else { return nil }
    return try edit(id)
  }

  /// The edit that withdrew what was told of a meeting, as long as it is not taken back and its digest is kept;
  /// the meeting itself counts.
  package func retraction(of key: MeetingKey) throws(ArchiveError) -> Edit? {
    let id = try read { db in
      try Int64.fetchOne(
        db.kept(
          """
          SELECT e.id FROM edits e JOIN digests d ON d.digest_id = e.target
          WHERE e.verb = 'retract' AND e.undone IS NULL
            AND coalesce(e.content ->> 'meeting', d.meeting_id) = ?
            AND d.provenance = ? AND d.retracted = 1 AND d.json <> ? ORDER BY e.id DESC LIMIT 1
          """),
        arguments: [key.id, key.provenance.rawValue, blob(KeptDigest.tombstone)])
    }
    guard let id else { return nil }
    return try edit(id)
  }

  /// Lets a retraction go with the meeting that it is about, where a person has put right which one that is.
  package func follow(_ retraction: Int64, to meeting: String) throws(ArchiveError) {
    try write { db in
      try db.run(
        "UPDATE edits SET content = json_set(content, '$.meeting', ?) WHERE id = ?", [meeting, retraction])
    }
  }

  /// Lets a meeting's columns follow a withdrawal that was made or taken back.
  package func describe(_ key: MeetingKey) throws(ArchiveError) {
    try write { db in
      let row = try Int64.fetchOne(
        db.kept("SELECT id FROM meetings WHERE meeting_id = ? AND provenance = ?"),
        arguments: [key.id, key.provenance.rawValue])
      if let row { _ = try describe([row], db) }
    }
  }

  func withdrawal(ofMeeting row: Int64, _ db: Database) throws -> Int64? {
    let key = try Row.fetchOne(
      db.kept("SELECT meeting_id, provenance FROM meetings WHERE id = ?"), arguments: [row])
    return try key.flatMap { try withdrawal(of: $0["meeting_id"], $0["provenance"], db) }
  }

  private func withdrawal(of meeting: String, _ provenance: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.kept(
        """
        SELECT id FROM edits WHERE target = ? AND verb = 'withdraw' AND undone IS NULL
          AND content ->> 'provenance' = ? ORDER BY id DESC LIMIT 1
        """),
      arguments: [meeting, provenance])
  }

  /// Enters a withdrawn meeting: what it is called and where, and nothing that it is chosen or searched by.
  func hide(_ meeting: Meeting, as row: Int64, reading: Int64, _ edit: Int64, _ db: Database) throws {
    try db.run(
      """
      UPDATE meetings SET title = ?, division = ?, name = ?, kind = ?, date = ?, date_key = ?, reading = ?,
        parent = NULL, level = NULL, sector = NULL, category = NULL, series = NULL, plan_year = NULL,
        tasks = 0, merged = NULL, withdrawn = ? WHERE id = ?
      """,
      [
        meeting.title, meeting.jurisdiction?.code, meeting.jurisdiction?.fullName, meeting.kind,
        meeting.date?.description, meeting.date?.sortKey, reading, edit, row,
      ])
    try SearchTables.forget(row, db)
  }
}
