// SPDX-License-Identifier: Apache-2.0

import Minutes
import Testing

@Suite struct `A meeting's date` {
  @Test(arguments: ["2023-02-21", "2023-02", "2023", "2024-02-29", "2000-02-29", "0990-12-31"])
  func `is read from ISO and told as it was read`(_ iso: String) {
    #expect(MeetingDate(iso: iso)?.description == iso)
  }

  @Test(arguments: [
    "2024-13-45", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-01-00",
    "2024-1-5",
    "24-01-05", "2024-01-05-06", "2024-", "-2024", "+024", "", "2024年", "二〇二四", "9999999999999999999",
  ])
  func `is not what stands in no calendar`(_ iso: String) {
    #expect(MeetingDate(iso: iso) == nil)
  }

  @Test func `has the precision it was told with`() {
    #expect(MeetingDate(year: 2023).precision == .year)
    #expect(MeetingDate(year: 2023, month: 2).precision == .month)
    #expect(MeetingDate(year: 2023, month: 2, day: 21).precision == .day)
    // A day without its month is no date.
    #expect(MeetingDate(year: 2023, day: 21) == MeetingDate(year: 2023))
  }

  @Test func `comes before those that lie in it`() {
    let dates = ["2023-02", "2022-12-31", "2023-02-10", "2023", "2023-01-30"].compactMap(
      MeetingDate.init(iso:))
    #expect(
      dates.sorted().map(\.description) == ["2022-12-31", "2023", "2023-01-30", "2023-02", "2023-02-10"])
  }
}
