// SPDX-License-Identifier: Apache-2.0

/// A date as a text writes it, before its year is known.
///
/// Example: 2月10日 is month 2 and day 10 without a year; 12日 is a day alone; 近日 is `recent`.
struct DateExpression: Hashable {
  /// A day told by its distance from the day of the page.
  enum Relative: String {
    case recent, today, yesterday
    case beforeYesterday = "before-yesterday"
  }

  var range: Range<Int>
  var year: Int?
  var month: Int?
  var day: Int?
  var relative: Relative?

  /// Year, month and day.
  var isFull: Bool { year != nil && day != nil }
  /// Whether it can be the time of an event: 2023年 alone is part of a name.
  var tellsDay: Bool { day != nil || relative != nil || (month != nil && year != nil) }
}
