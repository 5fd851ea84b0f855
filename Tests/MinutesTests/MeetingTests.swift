// SPDX-License-Identifier: Apache-2.0

import Minutes
import Testing

@Suite struct `A meeting` {
  private let shenzhen = Division(
    code: "440300", name: "深圳市", short: "深圳", level: .prefecture, parent: "440000", fullName: "广东省深圳市")

  @Test func `is told by division, kind and date`() {
    let meeting = Meeting(
      jurisdiction: shenzhen, sector: "民政", kind: "民政工作会议", category: "工作会议",
      date: MeetingDate(year: 2023, month: 2, day: 21))
    #expect(meeting.id == "440300/民政工作会议/2023-02-21")
    #expect(meeting.series == "440300/民政/工作会议")
  }

  @Test func `is told by what is known of it`() {
    let meeting = Meeting(kind: "推进会", category: "推进会")
    #expect(meeting.id == "-/推进会/-")
    #expect(meeting.series == "-/-/推进会")
    #expect(meeting.planYear == nil)
  }

  @Test func `sets tasks for the last year planned, else for its own`() {
    var meeting = Meeting(kind: "工作会议", category: "工作会议", date: MeetingDate(year: 2023))
    #expect(meeting.planYear == 2023)
    meeting.planPeriods = [Period(year: 2023), Period(from: 2023, to: 2025)]
    #expect(meeting.planYear == 2025)
  }
}
