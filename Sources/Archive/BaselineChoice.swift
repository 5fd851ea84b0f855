// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// Chooses from indexes alone which meetings of the archive a meeting is compared with.
///
/// Every query is one descent into an index and reads what it returns, so that the cost grows with the
/// logarithm of the archive (`Benchmarks/archive` shows it). Equal dates are settled by id: the order of
/// arrival plays no part.
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

  /// How many peers under the same parent are compared at most: all provinces, all counties of any city.
  static let mostSiblings = 64
  /// Where fewer than these are held, the latest of other parents stand beside it as well: a county is
  /// measured by its city's others, and sixty from all over the country tell nobody anything.
  static let enoughPeers = 8

  private let db: Database
  private let meeting: Meeting
  private let date: Int
  private let provenances: [Provenance]
  private let halfYearWords: [String]

  /// Nil for a meeting without a date: nothing is provably earlier than it.
  init?(
    for meeting: Meeting, provenance: Provenance, parents: [String], halfYear: [String], in db: Database
  ) throws {
    guard let date = meeting.date?.sortKey else { return nil }
    self.db = db
    self.meeting = meeting
    self.date = date
    provenances = provenance.comparable
    halfYearWords = halfYear
    history = try earlierOfSeries()
    superiors = try parents.compactMap(superior)
    peers = try earlierPeers()
    if history.isEmpty, superiors.isEmpty, peers.isEmpty { chosen = try nearest() }
  }

  private func earlierOfSeries() throws -> [Row] {
    guard meeting.jurisdiction != nil else { return [] }
    let earlier = try rows("series = ?", [meeting.series]).filter {
      !$0.mayBe(dated: date, ofKind: meeting.kind)
    }
    // 民政工作会议 of “2023” beside that of 2023-02-21 is a report of it that does not tell the day: it counts
    // once.
    return earlier.filter { row in
      !earlier.contains { $0.date != row.date && row.mayBe(dated: $0.date, ofKind: $0.kind) }
    }.sorted { ($0.date, $0.meetingID) < ($1.date, $1.meetingID) }
  }

  /// The parent's latest meeting of sector and class within the plan period that set any tasks.
  ///
  /// A province's 养老推进会 in May does not stand for its year's work meeting, nor does a city's session on
  /// charity fail to take up eight of its province's nine tasks; so a half-year's meeting, which is of the
  /// same class, only stands for a half-year's. What sets no tasks has nothing to be taken up.
  private func superior(_ parent: String) throws -> Row? {
    let isOfHalf =
      halfYearWords.isEmpty
      ? "0" : "(" + halfYearWords.map { _ in "instr(kind, ?) > 0" }.joined(separator: " OR ") + ")"
    let values: StatementArguments = [parent, meeting.sector, meeting.planYear, meeting.category]
    return try rows(
      "division = ? AND sector = ? AND plan_year = ? AND category = ? AND tasks > 0 AND \(isOfHalf) = ?",
      values + StatementArguments(halfYearWords) + [halfYearWords.contains(where: meeting.kind.contains)],
      limit: 1
    ).first
  }

  /// Meetings of other divisions of the same level, sector, class and plan period, by date: the siblings, and
  /// where they are few others.
  private func earlierPeers() throws -> [Row] {
    guard let division = meeting.jurisdiction else { return [] }
    let alike = "level = ? AND sector = ? AND category = ? AND plan_year = ? AND division <> ?"
    let values: StatementArguments = [
      division.level.rawValue, meeting.sector, meeting.category, meeting.planYear, division.code,
    ]
    var found = try rows("parent IS ? AND " + alike, [division.parent] + values, limit: Self.mostSiblings)
    if found.count < Self.enoughPeers {
      found += try rows(
        "parent IS NOT ? AND " + alike, [division.parent] + values, limit: Self.enoughPeers - found.count)
    }
    return found.sorted { ($0.date, $0.meetingID) < ($1.date, $1.meetingID) }
  }

  /// The nearest earlier meeting of the sector and class that was held at the same level or a higher one.
  ///
  /// A national meeting is not measured by what one city did: its silence on the city's affairs says nothing.
  /// One descent a level, for the latest of a level may lie behind a million of the others.
  private func nearest() throws -> Row? {
    guard let level = meeting.jurisdiction?.level else { return nil }
    let levels = Division.Level.allCases.prefix { $0 != level } + [level]
    return try levels.flatMap { level in
      try rows(
        "sector = ? AND category = ? AND level = ?", [meeting.sector, meeting.category, level.rawValue],
        limit: 1)
    }.min(by: Row.isLater)
  }

  /// Meetings before this one that satisfy the clause and may be compared by provenance, one row a meeting,
  /// the latest first.
  private func rows(_ clause: String, _ values: StatementArguments, limit: Int? = nil) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, meeting_id, date_key FROM meetings
        WHERE \(clause) AND provenance = ? AND date_key < ? AND meeting_id <> ?
        ORDER BY date_key DESC, meeting_id LIMIT ?
        """)
    var seen: Set<String> = []
    // The preferred provenance comes first, so that the others of the same meeting are left out.
    let found = try provenances.flatMap { provenance in
      try GRDB.Row.fetchAll(
        statement, arguments: values + [provenance.rawValue, date, meeting.id, limit ?? -1]
      ).map { Row(id: $0[0], meetingID: $0[1], date: $0[2]) }
    }.filter { seen.insert($0.meetingID).inserted }
    return Array(found.sorted(by: Row.isLater).prefix(limit ?? .max))
  }
}

extension BaselineChoice.Row {
  /// The words of the meeting's name, which stand in its id.
  var kind: Substring {
    meetingID.split(separator: "/", omittingEmptySubsequences: false).dropFirst().first ?? ""
  }

  /// True where it may be the very meeting of a kind that was held at a later date: its own is known to the
  /// year or the month alone, and the other lies in it. What is not provably earlier is no baseline.
  func mayBe(dated later: Int, ofKind kind: some StringProtocol) -> Bool {
    let isCoarse = date.isMultiple(of: 100)
    let span = date.isMultiple(of: 10_000) ? 10_000 : 100
    return isCoarse && later >= date && later < date + span && self.kind == kind
  }

  fileprivate static func isLater(_ a: Self, than b: Self) -> Bool {
    a.date == b.date ? a.meetingID < b.meetingID : a.date > b.date
  }
}
