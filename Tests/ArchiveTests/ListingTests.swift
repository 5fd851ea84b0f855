// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes
import Testing

@Suite struct `A list of meetings` {
  private func list(_ filter: MeetingFilter) throws -> [String?] {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2022-12-31"), provenance: .invented)
    try temporary.add("2", Samples.meeting(Samples.yunxiu, "2023-03-01"))
    try temporary.add("3", Samples.meeting(Samples.city("110100", "某市"), "2024-03", sector: "教育"))
    return try temporary.archive.meetings(filter).map(\.division)
  }

  @Test func `is narrowed by division, year, date, sector and provenance`() throws {
    #expect(try list(MeetingFilter()) == ["990000", "990100", "110100"])
    #expect(try list(MeetingFilter(division: "99")) == ["990000", "990100"])
    #expect(try list(MeetingFilter(year: 2023)) == ["990100"])
    #expect(try list(MeetingFilter(since: MeetingDate(year: 2023))) == ["990100", "110100"])
    #expect(try list(MeetingFilter(until: MeetingDate(year: 2022))) == ["990000"])
    #expect(try list(MeetingFilter(sector: "教育")) == ["110100"])
    #expect(try list(MeetingFilter(provenance: .invented)) == ["990000"])
    #expect(try list(MeetingFilter(limit: 1)) == ["990000"])
  }

  @Test func `is searched by the head of an id`() throws {
    let temporary = try TemporaryArchive()
    let meetings = ["2022-03-01", "2023-03-01"].map { Samples.meeting(Samples.hanhai, $0) }
    try temporary.add("1", meetings[0])
    try temporary.add("2", meetings[1])
    #expect(try temporary.archive.records(prefix: "990000/民政工作会议/2023").map(\.meeting) == [meetings[1]])
    #expect(try temporary.archive.records(prefix: "990000/").count == 2)
    #expect(try temporary.archive.records(prefix: "99%").isEmpty)
  }
}
