// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// Documents that report on no meeting and give a place's figures.
extension MeetingArchive {
  /// The bulletins of a place that were published before a day, the latest first; all of them without one.
  package func bulletins(
    of division: String, before date: MeetingDate? = nil, provenance: Provenance
  ) throws(ArchiveError) -> [Bulletin] {
    try read { try bulletins(of: division, before: date?.sortKey ?? .max, provenance, $0) }
  }

  /// Those that were published before a meeting, one descent into an index a provenance.
  func bulletins(before meeting: Meeting, _ provenance: Provenance, _ db: Database) throws -> [Bulletin] {
    guard let division = meeting.jurisdiction?.code, let date = meeting.date?.sortKey else { return [] }
    return try bulletins(of: division, before: date, provenance, db)
  }

  /// A target is answered within a few years: older ones than these were read when they counted.
  private static var mostBulletins: Int { 24 }

  private func bulletins(
    of division: String, before date: Int, _ provenance: Provenance, _ db: Database
  ) throws -> [Bulletin] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT sha256, name, provenance, source, report, published_key FROM documents
        WHERE division = ? AND provenance = ? AND published_key < ? AND superseded IS NULL
        ORDER BY published_key DESC, sha256 LIMIT ?
        """)
    let rows = try provenance.comparable.flatMap { provenance in
      try Row.fetchAll(statement, arguments: [division, provenance.rawValue, date, Self.mostBulletins])
    }
    return try rows.sorted { a, b in
      let (first, second): (Int, Int) = (a["published_key"], b["published_key"])
      return first == second ? (a["sha256"] as String) < b["sha256"] : first > second
    }.prefix(Self.mostBulletins).compactMap(bulletin)
  }

  private func bulletin(_ row: Row) throws -> Bulletin? {
    let report = try value(Report.self, of: row["report"])
    guard let published = report.published else { return nil }
    let document = Document(name: row["name"], sha256: row["sha256"], provenance: provenance(row))
    return Bulletin(
      document: document, title: report.title, published: published, source: row["source"],
      figures: report.figures)
  }
}
