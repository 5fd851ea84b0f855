// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A day of the civil calendar that can be counted back from.
struct CivilDay {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  var date: MeetingDate { MeetingDate(year: year, month: month, day: day) }

  /// The day so many days earlier; 昨日 under a page of 1 March is the last of February.
  func before(_ days: Int) -> CivilDay {
    var result = self
    result.day -= days
    while result.day < 1 {
      result.month -= 1
      if result.month < 1 {
        result.month = 12
        result.year -= 1
      }
      result.day += Self.length(of: result.month, in: result.year)
    }
    return result
  }

  /// False for the 30th of February; without a year, February may have 29 days.
  static func exists(_ month: Int, _ day: Int, in year: Int?) -> Bool {
    (1...12).contains(month) && (1...length(of: month, in: year ?? 2000)).contains(day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
