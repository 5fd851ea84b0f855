// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// What is asked when a person puts something right that was told already.
extension MeetingArchive {
  /// The meetings of the series after this one whose digests may rest on it, by date.
  package func later(inSeriesOf meeting: Meeting, provenance: Provenance) throws(ArchiveError) -> [MeetingKey]
  {
    guard let date = meeting.date?.sortKey, meeting.jurisdiction != nil else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT meeting_id, provenance FROM meetings
          WHERE series = ? AND provenance IN (\(provenance.readers)) AND date_key > ? ORDER BY date_key, meeting_id
          """,
        arguments: [meeting.series, date]
      ).map { MeetingKey(id: $0["meeting_id"], provenance: self.provenance($0)) }
    }
  }

  /// Later meetings of any place whose digests in force compare with this one, as peer, as the level above or
  /// as what was chosen, by date.
  package func compared(with meeting: Meeting, provenance: Provenance) throws(ArchiveError) -> [MeetingKey] {
    guard let date = meeting.date?.sortKey else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT m.meeting_id, m.provenance FROM meetings m
            JOIN digests g ON g.meeting_id = m.meeting_id AND g.provenance = m.provenance
          WHERE m.sector IS ? AND m.category IS ? AND m.provenance IN (\(provenance.readers)) AND m.date_key > ?
            AND g.retracted = 0 AND g.id = (
              SELECT max(id) FROM digests
              WHERE meeting_id = m.meeting_id AND provenance = m.provenance AND retracted = 0)
            AND EXISTS (SELECT 1 FROM json_each(g.baselines) WHERE value = ?)
          ORDER BY m.date_key, m.meeting_id
          """,
        arguments: [meeting.sector, meeting.category, date, meeting.id]
      ).map { MeetingKey(id: $0["meeting_id"], provenance: self.provenance($0)) }
    }
  }

  /// The meetings of the digests that were sent for an edit, in that order.
  package func meetings(toldFor edit: Int64) throws(ArchiveError) -> [MeetingKey] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT meeting_id, provenance FROM digests WHERE edit = ? ORDER BY id", arguments: [edit]
      ).map { MeetingKey(id: $0["meeting_id"], provenance: self.provenance($0)) }
    }
  }

  /// The ids of digests in force behind a number, in the order in which they were sent, with their numbers.
  package func digestsInForce(
    after number: Int64, limit: Int
  ) throws(ArchiveError) -> [(number: Int64, id: String)] {
    try read { db in
      try Row.fetchAll(
        db.kept(
          """
          SELECT d.id, d.digest_id FROM digests d WHERE d.id > ? AND d.retracted = 0 AND d.id = (
            SELECT max(id) FROM digests
            WHERE meeting_id = d.meeting_id AND provenance = d.provenance AND retracted = 0)
          ORDER BY d.id LIMIT ?
          """),
        arguments: [number, limit]
      ).map { ($0["id"], $0["digest_id"]) }
    }
  }

  /// Lets digests of a meeting stand back without a word: what was told of it is told under another id now.
  package func standBack(_ key: MeetingKey) throws(ArchiveError) {
    try write { db in
      try db.run(
        "UPDATE digests SET retracted = 1 WHERE meeting_id = ? AND provenance = ?",
        [key.id, key.provenance.rawValue])
    }
  }

  /// Lets a digest that was withdrawn or corrected hold again, in the place of all that were sent of its
  /// meeting after it.
  ///
  /// The latest that is not withdrawn is the one in force; so those stand back, whatever order they were
  /// taken back in.
  package func reinstate(_ digest: String) throws(ArchiveError) {
    try write { db in
      try db.run(
        """
        UPDATE digests SET retracted = (digest_id <> ?1)
        WHERE id >= (SELECT id FROM digests WHERE digest_id = ?1)
          AND (meeting_id, provenance) IN (SELECT meeting_id, provenance FROM digests WHERE digest_id = ?1)
        """,
        [digest])
    }
  }

  /// Those of some digests that were sent because a person asked for something.
  package func digestsOfEdits(among ids: Set<String>) throws(ArchiveError) -> Set<String> {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM digests WHERE digest_id = ? AND edit IS NOT NULL)")
      return try ids.filter { try Bool.fetchOne(statement, arguments: [$0]) == true }
    }
  }

  /// How many digests were sent for an edit.
  package func digests(sentFor edit: Int64) throws(ArchiveError) -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM digests WHERE edit = ?", arguments: [edit]) ?? 0
    }
  }

  /// The digest that was sent last in the place of another, whatever meeting it is of now.
  ///
  /// One that was told anew after its document had been forgotten may have the place of its own replacement.
  package func replacement(of digest: String) throws(ArchiveError) -> KeptDigest? {
    let later = "supersedes = ?1 AND id > (SELECT id FROM digests WHERE digest_id = ?1)"
    return try digests("\(later) ORDER BY id DESC LIMIT 1", [digest]).first
  }
}

extension Provenance {
  /// Those that may be compared with such a meeting, as a list of SQL: 'report', 'paraphrase'.
  fileprivate var readers: String {
    Self.allCases.filter { $0.comparable.contains(self) }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }
}
