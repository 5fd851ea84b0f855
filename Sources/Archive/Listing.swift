// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes
internal import Synchronization

/// Lists and counts, answered from columns without decoding a reading.
extension MeetingArchive {
  /// Meetings by date and id, undated ones first; or the other way round, where only the latest are wanted.
  ///
  /// One that was withdrawn is among them by what its reading says: the columns that others are found by are
  /// taken from it.
  package func meetings(
    _ filter: MeetingFilter = MeetingFilter(), latestFirst: Bool = false
  ) throws(ArchiveError) -> [MeetingSummary] {
    let (clauses, arguments) = filter.clauses
    let order = latestFirst ? "DESC" : "ASC"
    return try read { db in
      let hidden = try withdrawn(filter, db).map { " OR m.id IN (\($0))" } ?? ""
      let sql = """
        SELECT \(Self.summaryColumns) FROM meetings m
        \(clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: " AND ") + hidden)
        ORDER BY m.date_key \(order), m.meeting_id \(order), m.provenance \(order) LIMIT ?
        """
      return try Row.fetchAll(db, sql: sql, arguments: arguments + [filter.limit ?? -1]).map(summary)
    }
  }

  /// The rows of withdrawn meetings that a filter means and whose columns do not say so, as a list of SQL; nil
  /// where there is none.
  private func withdrawn(_ filter: MeetingFilter, _ db: Database) throws -> String? {
    var kept = filter
    (kept.level, kept.sector, kept.year) = (nil, nil, nil)
    guard kept != filter else { return nil }
    let (clauses, arguments) = kept.clauses
    let sql = """
      SELECT m.id, d.reading FROM edits e JOIN meetings m ON m.meeting_id = e.target AND m.withdrawn = e.id
        JOIN meeting_documents d ON d.id = m.reading
      WHERE \((["e.verb = 'withdraw'"] + clauses).joined(separator: " AND "))
      """
    let found = try Row.fetchAll(db, sql: sql, arguments: arguments).filter { row in
      let meeting: Meeting = try value(of: row["reading"])
      return (filter.level ?? meeting.jurisdiction?.level) == meeting.jurisdiction?.level
        && (filter.sector ?? meeting.sector) == meeting.sector
        && (filter.year ?? meeting.planYear) == meeting.planYear
    }
    return found.isEmpty ? nil : found.map { String($0["id"] as Int64) }.joined(separator: ", ")
  }

  /// Which years are kept of each series with a place, by series; what is invented by itself.
  ///
  /// One pass over the meetings, whatever is kept of them.
  package func heldYears(_ filter: MeetingFilter) throws(ArchiveError) -> [HeldYears] {
    let (clauses, arguments) = filter.clauses
    let wanted = ["m.division IS NOT NULL", "m.series IS NOT NULL", "m.plan_year IS NOT NULL"] + clauses
    // The other columns are those of the row with the greatest date.
    let sql = """
      SELECT m.series, m.division, m.name, m.kind, m.sector, m.provenance = 'invented' AS invented,
        group_concat(DISTINCT m.plan_year) AS years, max(m.date_key)
      FROM meetings m WHERE \(wanted.joined(separator: " AND ")) GROUP BY m.series, invented
      ORDER BY m.series, invented
      """
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        let years: String = row["years"]
        return HeldYears(
          series: row["series"] ?? "", division: row["division"], name: row["name"], kind: row["kind"] ?? "",
          sector: row["sector"], isInvented: row["invented"],
          years: years.split(separator: ",").compactMap { Int($0) }.sorted())
      }
    }
  }

  /// How many meetings are kept, for STATUS= after every turn: counted once, and then by what comes and goes.
  package func meetingCount() throws(ArchiveError) -> Int {
    if let count = known.withLock(\.meetings) { return count }
    let counted = try read { try count("meetings", $0) }
    known.withLock { $0.meetings = counted }
    return counted
  }

  /// Counts for `minutectl status`.
  package func status() throws(ArchiveError) -> ArchiveStatus {
    try read { db in
      let open = try counts("outbox WHERE state IN ('queued', 'sent')", db)
      let (queued, sent) = (open["queued"] ?? 0, open["sent"] ?? 0)
      let arrivals = try counts("arrivals", db).compactMap { name, count in
        Arrival.State(rawValue: name).map { ($0, count) }
      }
      // Entries are never deleted: those that are closed are counted by their numbers, however many they are.
      let held = try countHeld(db) ?? 0
      let entries = try Int.fetchOne(db, sql: "SELECT coalesce(max(seq) - min(seq) + 1, 0) FROM outbox") ?? 0
      return ArchiveStatus(
        arrivals: Dictionary(uniqueKeysWithValues: arrivals), queued: queued, sent: sent,
        closed: max(0, entries - queued - sent), documents: try count("documents", db),
        meetings: try count("meetings", db), digests: try count("digests", db), held: held)
    }
  }

  /// What `summary` reads, of meetings as m.
  static let summaryColumns = """
    m.*, (SELECT count(DISTINCT d.sha256) FROM meeting_documents a JOIN documents d ON d.sha256 = a.sha256
      WHERE a.meeting = m.id AND d.superseded IS NULL) AS documents,
    (SELECT digest_id FROM digests WHERE meeting_id = m.meeting_id AND provenance = m.provenance
      AND retracted = 0 ORDER BY id DESC LIMIT 1) AS digest,
    (SELECT digest_id FROM digests WHERE meeting_id = m.meeting_id AND provenance = m.provenance
      ORDER BY id DESC LIMIT 1) AS latest
    """

  func summary(_ row: Row) -> MeetingSummary {
    MeetingSummary(
      id: row["meeting_id"], provenance: provenance(row), title: row["title"], name: row["name"],
      division: row["division"], level: (row["level"] as String?).flatMap(Division.Level.init(rawValue:)),
      sector: row["sector"], kind: row["kind"], series: row["series"] ?? "",
      date: (row["date"] as String?).flatMap(MeetingDate.init(iso:)), planYear: row["plan_year"],
      documents: row["documents"], digestID: row["digest"],
      retractedID: row["digest"] == nil ? row["latest"] : nil, isWithdrawn: row["withdrawn"] != nil)
  }

  private func counts(_ table: String, _ db: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) AS count FROM \(table) GROUP BY state")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["state"], $0["count"]) })
  }

  private func count(_ table: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
  }
}

extension MeetingFilter {
  /// The filter as conditions of SQL, with their values.
  var clauses: (clauses: [String], arguments: StatementArguments) {
    var clauses: [String] = []
    var arguments: StatementArguments = []
    func add(_ clause: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      clauses.append(clause)
      arguments += [value]
    }
    add("m.division >= ?", division)
    add("m.division < ? || ':'", division)
    add("m.level = ?", level?.rawValue)
    add("m.sector = ?", sector)
    add("m.series = ?", series)
    add("m.plan_year = ?", year)
    add("m.date_key >= ?", since?.sortKey)
    add("m.date_key <= ?", until?.lastSortKey)
    add("m.provenance = ?", provenance?.rawValue)
    if let arrivals {
      clauses.append(Self.cameWith)
      arguments += [arrivals.lowerBound, arrivals.upperBound]
    }
    return (clauses, arguments)
  }

  /// A meeting of which a document came as one of some arrivals, found by the index over rules and arrivals.
  private static let cameWith = """
    m.id IN (
      WITH RECURSIVE known (rules) AS (
        SELECT min(rules) FROM documents
        UNION ALL
        SELECT (SELECT min(rules) FROM documents WHERE rules > known.rules) FROM known
        WHERE known.rules IS NOT NULL)
      SELECT a.meeting FROM known JOIN documents d ON d.rules = known.rules AND d.arrival >= ? AND d.arrival < ?
        JOIN meeting_documents a ON a.sha256 = d.sha256)
    """
}

extension MeetingDate {
  /// The greatest key of a date that this one may stand for.
  fileprivate var lastSortKey: Int { year * 10_000 + (month ?? 99) * 100 + (day ?? 99) }
}
