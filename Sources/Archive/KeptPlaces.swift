// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// The divisions that the archive holds meetings of.
extension MeetingArchive {
  /// Those that a user may mean by a name or code: 浙江, 浙江省, 330000, 深圳市; by code.
  ///
  /// The archive is asked and not the lexicon, so that an invented province is found without its overlay and
  /// each place is called as it was when its latest meeting was read.
  package func divisions(named name: String) throws(ArchiveError) -> [Division] {
    try read { db in
      let places = try String.fetchAll(
        db,
        sql: Self.latestOfPlaces + """
          SELECT json_extract(d.reading, '$.jurisdiction')
          FROM latest JOIN meetings m ON m.id = latest.id JOIN meeting_documents d ON d.id = m.reading
          WHERE m.division = ?1 OR instr(m.name, ?1) > 0 ORDER BY m.division
          """,
        arguments: [name])
      return try places.map { try value(Division.self, of: $0) }.filter {
        [$0.code, $0.name, $0.short, $0.fullName].contains(name)
      }
    }
  }

  /// The plan years of all dated meetings of a sector, ascending; of every sector for nil.
  package func planYears(sector: String?) throws(ArchiveError) -> [Int] {
    try read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT DISTINCT plan_year FROM meetings
          WHERE plan_year IS NOT NULL AND (?1 IS NULL OR sector = ?1) ORDER BY plan_year
          """,
        arguments: [sector])
    }
  }
}
