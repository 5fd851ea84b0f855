// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Versions of a file: the same name with other bytes.
extension MeetingArchive {
  /// What the file said before this arrival of it; nil where its name is new or gave no reading.
  package func earlierVersion(of arrival: Arrival) throws(ArchiveError) -> DocumentReading? {
    let sha256 = try read { db in
      try String.fetchOne(
        db.kept(
          """
          SELECT a.sha256 FROM arrivals a JOIN documents d ON d.sha256 = a.sha256
          WHERE a.name = ? AND a.id < ? AND a.sha256 <> ? AND d.superseded IS NULL ORDER BY a.id DESC LIMIT 1
          """),
        arguments: [blob(arrival.file.name), arrival.id, arrival.file.sha256])
    }
    guard let sha256 else { return nil }
    return try document(sha256: sha256)
  }

  /// Lets a later version take the place of a document, unless the same bytes also lie under another name.
  ///
  /// Returns the meetings that the earlier version told of; one that nothing else tells of is no longer kept.
  package func supersede(_ earlier: String, by later: String) throws(ArchiveError) -> [MeetingKey] {
    try write { db in
      try db.run(
        """
        UPDATE documents SET superseded = ?2 WHERE sha256 = ?1 AND NOT EXISTS (
          SELECT 1 FROM arrivals a WHERE a.sha256 = ?1 AND a.name NOT IN
            (SELECT name FROM arrivals WHERE sha256 = ?2))
        """,
        [earlier, later])
      guard db.changesCount > 0 else { return [] }
      let told = try Int64.fetchSet(
        db.kept("SELECT meeting FROM meeting_documents WHERE sha256 = ?"), arguments: [earlier])
      return try describe(told, db)
    }
  }

  /// What the version that this document took the place of said; nil where it took none's.
  package func version(before sha256: String) throws(ArchiveError) -> DocumentReading? {
    let earlier = try read { db in
      try String.fetchOne(
        db.kept("SELECT sha256 FROM documents WHERE superseded = ? ORDER BY arrival DESC LIMIT 1"),
        arguments: [sha256])
    }
    guard let earlier else { return nil }
    return try document(sha256: earlier)
  }

  /// True where a later version has taken the place of this document.
  package func isSuperseded(_ sha256: String) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.kept("SELECT superseded IS NOT NULL FROM documents WHERE sha256 = ?"), arguments: [sha256])
        ?? false
    }
  }
}
