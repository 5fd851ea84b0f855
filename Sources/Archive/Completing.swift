// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// What a user may be about to write, for the completion of shells: few answers, each by one descent of an index.
extension MeetingArchive {
  /// Ids of meetings that begin so, in order.
  package func meetingIDs(prefix: String, limit: Int) throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT meeting_id FROM meetings
          WHERE meeting_id >= ?1 AND meeting_id < ?1 || char(0x10FFFF) ORDER BY meeting_id LIMIT ?2
          """,
        arguments: [prefix, limit])
    }
  }

  /// Ids of digests that begin so; the latest where nothing is written yet.
  package func digestIDs(prefix: String, limit: Int) throws(ArchiveError) -> [String] {
    let named = "SELECT digest_id FROM digests WHERE digest_id >= ? AND digest_id < ? || 'g'"
    return try read { db in
      prefix.isEmpty
        ? try String.fetchAll(
          db, sql: "SELECT digest_id FROM digests ORDER BY id DESC LIMIT ?", arguments: [limit])
        : try String.fetchAll(
          db, sql: named + " ORDER BY digest_id LIMIT ?", arguments: [prefix, prefix, limit])
    }
  }

  /// Codes and full names of the divisions that meetings are kept of, by code: 广东省深圳市, 440300.
  package func places() throws(ArchiveError) -> [(code: String, name: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: Self.latestOfPlaces + "SELECT m.division, m.name FROM latest JOIN meetings m ON m.id = latest.id"
      ).map { ($0["division"], $0["name"] ?? "") }
    }
  }

  /// The sectors that meetings are kept of, in order.
  package func sectors() throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          WITH RECURSIVE names (name) AS (
            SELECT min(sector) FROM meetings
            UNION ALL
            SELECT (SELECT min(sector) FROM meetings WHERE sector > names.name) FROM names
            WHERE names.name IS NOT NULL)
          SELECT name FROM names WHERE name IS NOT NULL
          """)
    }
  }

  /// Table `latest`: the id of one late meeting of each division, by code; one descent into the index for each.
  static let latestOfPlaces = """
    WITH RECURSIVE places (division) AS (
      SELECT min(division) FROM meetings
      UNION ALL
      SELECT (SELECT min(division) FROM meetings WHERE division > places.division) FROM places
      WHERE places.division IS NOT NULL),
    latest (id) AS (
      SELECT (SELECT id FROM meetings WHERE division = places.division
        ORDER BY sector DESC, plan_year DESC, date_key DESC LIMIT 1)
      FROM places WHERE places.division IS NOT NULL)

    """
}
