// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// What people have put right in readings.
extension MeetingArchive {
  /// Keeps what an edit changes.
  package func keep(_ amendments: [Amendment], of edit: Int64) throws(ArchiveError) {
    try write { db in
      for amendment in amendments {
        let mark = amendment.mark
        try db.run(
          """
          INSERT INTO amendments
            (edit, sha256, part, subject, words, start, "end", name, amount, field, before, after)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            edit, amendment.document, amendment.part, mark.subject.rawValue, mark.words, mark.span.start,
            mark.span.end, mark.name, mark.amount, amendment.field.rawValue, amendment.before,
            amendment.after,
          ])
      }
    }
  }

  /// True where anybody has put anything right: nearly every archive answers no, at once.
  package func hasAmendments() throws(ArchiveError) -> Bool {
    try read { db in try Bool.fetchOne(db.kept("SELECT EXISTS (SELECT 1 FROM amendments)")) == true }
  }

  /// What is amended in a document, in the order in which it was, whatever order the edits were brought here in;
  /// without what was taken back.
  package func amendments(of sha256: String) throws(ArchiveError) -> [KeptAmendment] {
    try amendments("a.sha256 = ? AND e.undone IS NULL ORDER BY e.at, a.edit, a.id", [sha256])
  }

  /// What is in force in other documents in which a person has put right meetings of these ids, and in the
  /// earlier version of a file, in the order in which it was.
  package func amendments(
    ofReportsOf meetings: [String], besides sha256: String, earlier version: String?
  ) throws(ArchiveError) -> [KeptAmendment] {
    guard try hasAmendments() else { return [] }
    let places = meetings.map { _ in "?" }.joined(separator: ", ")
    // A meeting that was moved is put right under its new id: all that its documents have counts.
    return try amendments(
      """
      e.undone IS NULL AND d.superseded IS NULL AND a.sha256 <> ? AND (a.sha256 = ? OR a.sha256 IN (
        SELECT b.sha256 FROM edits f JOIN amendments b ON b.edit = f.id
        WHERE f.verb = 'correct' AND f.target IN (\(places)))) ORDER BY e.at, a.edit, a.id
      """,
      StatementArguments([sha256, version ?? ""] + meetings))
  }

  /// When the latest edit in force on any of these documents was made, here or elsewhere; nil where none is.
  package func latestEdit(on documents: [String]) throws(ArchiveError) -> Int64? {
    let places = documents.map { _ in "?" }.joined(separator: ", ")
    return try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT max(e.at) FROM amendments a JOIN edits e ON e.id = a.edit
          WHERE a.sha256 IN (\(places)) AND e.undone IS NULL
          """,
        arguments: StatementArguments(documents))
    }
  }

  /// What an edit changed, whether it still holds or was taken back.
  package func amendments(ofEdit edit: Int64) throws(ArchiveError) -> [KeptAmendment] {
    try amendments("a.edit = ? ORDER BY a.id", [edit])
  }

  /// What people have said of pairs of tasks, as far as it is in force.
  package func rulings() throws(ArchiveError) -> [KeptAmendment] {
    guard try hasAmendments() else { return [] }
    return try amendments(
      "a.field IN ('link', 'unlink') AND e.undone IS NULL AND d.superseded IS NULL ORDER BY e.at, a.edit, a.id",
      [])
  }

  /// What the rules have come to read otherwise since it was last told, of what is in force.
  package func amendmentsToTell() throws(ArchiveError) -> [KeptAmendment] {
    try amendments("\(Self.standing) <> a.told AND e.undone IS NULL ORDER BY e.at, a.edit, a.id", [])
  }

  /// Remembers that the standings of amendments were told.
  package func noteTold(_ amendments: [Int64]) throws(ArchiveError) {
    try write { db in
      for id in amendments {
        try db.run(
          """
          UPDATE amendments SET told = (
            SELECT \(Self.standing)
            FROM amendments a LEFT JOIN documents d ON d.sha256 = a.sha256 WHERE a.id = ?1)
          WHERE id = ?1
          """,
          [id])
      }
    }
  }

  /// What the rules alone read from these bytes, where people have amended it; nil where they have not.
  package func rulesReading(of sha256: String) throws(ArchiveError) -> Report? {
    try read { db in
      try String.fetchOne(
        db.kept("SELECT report FROM rules_readings WHERE sha256 = ?"), arguments: [sha256]
      ).map { try value(Report.self, of: $0) }
    }
  }

  /// Keeps what lies under an amended reading, or lets go of it.
  func keep(_ amended: AmendedParts?, of sha256: String, _ db: Database) throws {
    guard let amended else {
      return try db.run("DELETE FROM rules_readings WHERE sha256 = ?", [sha256])
    }
    try db.run(
      "INSERT OR REPLACE INTO rules_readings (sha256, report) VALUES (?, ?)", [sha256, json(amended.report)])
    for item in amended.standings {
      try db.run(
        "UPDATE amendments SET part = ?, standing = ?, found = ? WHERE id = ?",
        [item.part, item.standing.rawValue, item.found, item.amendment])
    }
  }

  /// What is amended in a meeting's reports, for the id of its digest: in the order of their hashes, and without
  /// earlier versions of files, which another machine may never have had.
  func amendments(ofMeeting row: Int64, _ db: Database) throws -> [String] {
    // Nearly every archive has none, and this is asked for each of a digest's baselines.
    guard try Bool.fetchOne(db.kept("SELECT EXISTS (SELECT 1 FROM amendments)")) == true else { return [] }
    return try Row.fetchAll(
      db.kept(
        """
        SELECT a.*, a.standing AS stands, NULL AS superseded
        FROM meeting_documents m JOIN amendments a ON a.sha256 = m.sha256 AND a.part = m.part
          JOIN edits e ON e.id = a.edit JOIN documents d ON d.sha256 = m.sha256
        WHERE m.meeting = ? AND e.undone IS NULL AND d.superseded IS NULL ORDER BY a.sha256, e.at, a.edit, a.id
        """),
      arguments: [row]
    ).map { row in
      let kept = Self.amendment(row)
      return "\(kept.amendment.document) \(kept.amendment)"
    }
  }

  private func amendments(
    _ clause: String, _ arguments: StatementArguments
  ) throws(ArchiveError) -> [KeptAmendment] {
    try read { db in
      try Row.fetchAll(
        db.kept(
          """
          SELECT a.*, \(Self.standing) AS stands, d.superseded FROM amendments a JOIN edits e ON e.id = a.edit
            LEFT JOIN documents d ON d.sha256 = a.sha256 WHERE
          """ + " " + clause),
        arguments: arguments
      ).map(Self.amendment)
    }
  }

  private static func amendment(_ row: Row) -> KeptAmendment {
    let mark = Mark(
      subject: Mark.Subject(rawValue: row["subject"]) ?? .meeting, words: row["words"],
      span: Span(start: row["start"], end: row["end"]), name: row["name"], amount: row["amount"])
    let amendment = Amendment(
      document: row["sha256"], part: row["part"], mark: mark,
      field: Amendment.Field(rawValue: row["field"]) ?? .unlink, before: row["before"], after: row["after"])
    return KeptAmendment(
      id: row["id"], edit: row["edit"], amendment: amendment,
      standing: Amendment.Standing(rawValue: row["stands"]) ?? .lost,
      found: row["superseded"] as String? ?? row["found"])
  }

  /// How an amendment stands: a document that has a later version says nothing any more, as long as it has, and
  /// what is put right in that too, by the same edit, has gone over to it.
  ///
  /// Databases of before this was asked each time hold `superseded` itself.
  private static let standing = """
    CASE WHEN d.superseded IS NULL THEN CASE a.standing WHEN 'superseded' THEN 'holds' ELSE a.standing END
      WHEN EXISTS (
        SELECT 1 FROM amendments n WHERE n.sha256 = d.superseded AND n.edit = a.edit
          AND n.subject = a.subject AND n.field = a.field) THEN 'carried'
      ELSE 'superseded' END
    """
}
