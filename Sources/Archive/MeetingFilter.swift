// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// Which meetings a list is to hold; what is nil does not restrict.
package struct MeetingFilter: Sendable, Hashable {
  /// The head of a division's code: `44` is 广东 with all its cities.
  package var division: String?
  package var level: Division.Level?
  package var sector: String?
  package var series: String?
  /// The plan year.
  package var year: Int?
  /// The first and the last date, both included; 2023 as the last reaches to the end of 2023.
  package var since: MeetingDate?
  package var until: MeetingDate?
  package var provenance: Provenance?
  /// The numbers of the arrivals of which one told of the meeting; see `arrivals(taken:)`.
  package var arrivals: Range<Int64>?
  package var limit: Int?

  package init(
    division: String? = nil, level: Division.Level? = nil, sector: String? = nil, series: String? = nil,
    year: Int? = nil, since: MeetingDate? = nil, until: MeetingDate? = nil, provenance: Provenance? = nil,
    limit: Int? = nil
  ) {
    self.division = division
    self.level = level
    self.sector = sector
    self.series = series
    self.year = year
    self.since = since
    self.until = until
    self.provenance = provenance
    self.limit = limit
  }
}
