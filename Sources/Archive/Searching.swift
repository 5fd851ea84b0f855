// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// Finding meetings by what their reports say.
extension MeetingArchive {
  /// Meetings in whose text all words stand, latest first, with the paragraphs that hold one.
  ///
  /// 养老 finds 居家养老服务. `words` are parted by spaces; a word of two characters is found like any other. No words find nothing.
  package func search(_ words: String, _ filter: MeetingFilter) throws(ArchiveError) -> [SearchHit] {
    guard let query = Bigrams.query(for: words) else { return [] }
    let terms = words.lowercased().split(separator: " ").map(String.init)
    let (clauses, arguments) = filter.clauses
    let sql = """
      SELECT \(Self.summaryColumns), json_extract(coalesce(m.merged, d.reading), '$.paragraphs') AS paragraphs
      FROM words JOIN meetings m ON m.id = words.rowid JOIN meeting_documents d ON d.id = m.reading
      WHERE words MATCH ?\(clauses.map { " AND " + $0 }.joined())
      ORDER BY m.date_key DESC, m.meeting_id, m.provenance
      """
    return try read { db in
      var hits: [SearchHit] = []
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [query] + arguments)
      while hits.count < filter.limit ?? .max, let row = try rows.next() {
        let paragraphs: [Excerpt] = try value(of: row["paragraphs"])
        let found = paragraphs.filter { paragraph in
          let text = paragraph.text.lowercased()
          return terms.contains(where: text.contains)
        }
        // Marks are no part of the index: “一老一小” with its quotes is looked for again in the text itself.
        let all = paragraphs.map { $0.text.lowercased() }
        guard terms.allSatisfy({ term in all.contains { $0.contains(term) } }) else { continue }
        hits.append(SearchHit(meeting: summary(row), paragraphs: found))
      }
      return hits
    }
  }

  /// True where any meeting tells an indicator of this name, alone or in a longer one.
  package func isTold(indicator name: String) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM indicators WHERE instr(indicator, ?) > 0)", arguments: [name])
        ?? false
    }
  }

  /// The names of all indicators that any meeting tells, in the order of their scalars.
  ///
  /// Each is one descent into the index, however many figures have it.
  package func indicators() throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          WITH RECURSIVE names (name) AS (
            SELECT min(indicator) FROM indicators
            UNION ALL
            SELECT (SELECT min(indicator) FROM indicators WHERE indicator > name) FROM names
            WHERE name IS NOT NULL)
          SELECT name FROM names WHERE name IS NOT NULL
          """)
    }
  }

  /// Meetings by date and id as they were read; without their paragraphs, which are half of decoding one,
  /// unless they are asked for `whole`.
  ///
  /// With `indicators`, only those that tell one of exactly these. What a person has withdrawn is left out, as it
  /// is out of all comparisons.
  package func records(
    _ filter: MeetingFilter, telling indicators: [String]? = nil, whole: Bool = false
  ) throws(ArchiveError) -> [Minutes.Record] {
    var records: [Minutes.Record] = []
    try eachRecord(filter, telling: indicators, whole: whole) { records.append($0) }
    return records
  }

  /// Calls `body` with each of them in turn, so that an archive of any size can be written out.
  package func eachRecord(
    _ filter: MeetingFilter, telling indicators: [String]? = nil, whole: Bool = false,
    _ body: (Minutes.Record) throws -> Void
  ) throws(ArchiveError) {
    var (clauses, arguments) = filter.clauses
    clauses.append("m.withdrawn IS NULL")
    if let indicators {
      let marks = Array(repeating: "?", count: indicators.count).joined(separator: ", ")
      clauses.append("m.id IN (SELECT meeting FROM indicators WHERE indicator IN (\(marks)))")
      arguments += StatementArguments(indicators)
    }
    let said = "coalesce(m.merged, d.reading)"
    let sql = """
      SELECT m.id, \(whole ? said : "json_replace(\(said), '$.paragraphs', json('[]'))") AS reading
      FROM meetings m JOIN meeting_documents d ON d.id = m.reading
      WHERE \(clauses.joined(separator: " AND "))
      ORDER BY m.date_key, m.meeting_id, m.provenance LIMIT ?
      """
    try read { db in
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments + [filter.limit ?? -1])
      while let row = try rows.next() {
        let (documents, sources) = try self.documents(ofMeeting: row["id"], db)
        try body(
          Minutes.Record(meeting: try value(of: row["reading"]), documents: documents, sources: sources))
      }
    }
  }
}
