// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// Chooses from indexes alone which meetings of the archive a meeting is compared with.
///
/// Every query is one descent into an index and reads what it returns, so that the cost grows with the
/// logarithm of the archive. Equal dates are settled by id: the order of arrival plays no part.
struct BaselineChoice {
  /// A row of table meetings.
  struct Row: Hashable {
    var id: Int64
    var meetingID: String
    var date: Int
  }

  /// Every earlier meeting of the series, oldest first; the last is the previous one.
  private(set) var history: [Row] = []
  private(set) var superiors: [Row] = []
  private(set) var peers: [Row] = []
  private(set) var chosen: Row?

  /// How many peers are compared at most: those under the same parent first, then the latest.
  static let peerLimit = 64

  private let db: Database
  private let meeting: Meeting
  private let date: Int
  private let provenances: [Provenance]

  /// Nil for a meeting without a date: nothing is provably earlier than it.
  init?(for meeting: Meeting, provenance: Provenance, parents: [String], in db: Database) throws {
    guard let date = meeting.date?.sortKey else { return nil }
    self.db = db
    self.meeting = meeting
    self.date = date
    provenances = provenance.comparable
    history = try earlierOfSeries()
    superiors = try parents.compactMap(superior)
    peers = try earlierPeers()
    if history.isEmpty, superiors.isEmpty, peers.isEmpty { chosen = try nearest() }
  }

  private func earlierOfSeries() throws -> [Row] {
    guard meeting.jurisdiction != nil else { return [] }
    return try rows("series = ?", [meeting.series], order: "date_key, meeting_id")
  }

  /// The parent's latest meeting of sector and class within the plan period that set any tasks.
  ///
  /// A province's 养老推进会 in May does not stand for its year's work meeting, nor does a city's session on
  /// charity fail to take up eight of its province's nine tasks; so a half-year's meeting, which is of the
  /// same class, only stands for a half-year's. What sets no tasks has nothing to be taken up.
  private func superior(_ parent: String) throws -> Row? {
    let ofHalfYear = Self.halfYear.contains(where: meeting.kind.contains)
    let isHalfYear = Self.halfYear.map { "kind LIKE '%\($0)%'" }.joined(separator: " OR ")
    let tasks = "SELECT json_array_length(reading, '$.priorities') FROM meeting_documents d"
    return try rows(
      """
      division = ? AND sector = ? AND plan_year = ? AND category = ? AND (\(isHalfYear)) = ?
      AND (\(tasks) WHERE d.id = meetings.reading) > 0
      """,
      [parent, meeting.sector, meeting.planYear, meeting.category, ofHalfYear],
      order: "date_key DESC, meeting_id", limit: 1
    ).first
  }

  /// The words in a meeting's name that say it was held on half a year: 上半年, 半年度, 年中.
  private static let halfYear = ["半年", "年中"]

  /// Meetings of other divisions of the same level, sector, class and plan period, by date.
  private func earlierPeers() throws -> [Row] {
    guard let division = meeting.jurisdiction else { return [] }
    let alike = "level = ? AND sector = ? AND category = ? AND plan_year = ? AND division <> ?"
    let values: StatementArguments = [
      division.level.rawValue, meeting.sector, meeting.category, meeting.planYear, division.code,
    ]
    let latest = "date_key DESC, meeting_id"
    var found = try rows(
      "parent IS ? AND " + alike, [division.parent] + values, order: latest, limit: Self.peerLimit)
    if found.count < Self.peerLimit {
      let others = try rows(
        "parent IS NOT ? AND " + alike, [division.parent] + values, order: latest,
        limit: Self.peerLimit - found.count)
      found += others
    }
    return found.sorted { ($0.date, $0.meetingID) < ($1.date, $1.meetingID) }
  }

  /// The nearest earlier meeting of the sector and class that was held at the same level or a higher one.
  ///
  /// A national meeting is not measured by what one city did: its silence on the city's affairs says nothing.
  private func nearest() throws -> Row? {
    guard let level = meeting.jurisdiction?.level else { return nil }
    let levels = Division.Level.allCases.prefix { $0 != level }.map(\.rawValue) + [level.rawValue]
    return try rows(
      "sector = ? AND category = ? AND level IN (\(levels.map { "'\($0)'" }.joined(separator: ", ")))",
      [meeting.sector, meeting.category], order: "date_key DESC, meeting_id", limit: 1
    ).first
  }

  /// Meetings before this one that satisfy the clause and may be compared by provenance, one row a meeting.
  private func rows(
    _ clause: String, _ values: StatementArguments, order: String, _ orderValues: StatementArguments = [],
    limit: Int? = nil
  ) throws -> [Row] {
    let marks = provenances.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    // Two provenances of a meeting lie next to each other, the preferred one first; one of them is dropped
    // below.
    let preference = "CASE provenance WHEN '\(provenances[0].rawValue)' THEN 0 ELSE 1 END"
    let sql = """
      SELECT id, meeting_id, date_key FROM meetings
      WHERE \(clause) AND date_key < ? AND meeting_id <> ? AND provenance IN (\(marks))
      ORDER BY \(order), \(preference) LIMIT ?
      """
    let found = try GRDB.Row.fetchAll(
      db, sql: sql,
      arguments: values + [date, meeting.id] + orderValues + [limit.map { $0 * provenances.count } ?? -1])
    var seen: Set<String> = []
    let distinct = found.map { Row(id: $0[0], meetingID: $0[1], date: $0[2]) }
      .filter { seen.insert($0.meetingID).inserted }
    return Array(distinct.prefix(limit ?? .max))
  }
}
