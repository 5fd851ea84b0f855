// SPDX-License-Identifier: Apache-2.0

/// The civil date of a meeting, as precise as the text gives it, without a zone.
///
/// Nothing is read off the clock: 近日 under a page of 2023 is the year 2023, no more. Order is by year, then month,
/// then day, with what is missing before what is known.
///
/// Example: 2月10日 in a report of 2023 is 2023-02-10.
package struct MeetingDate: Sendable, Hashable, Comparable {
  package enum Precision: String, Sendable, Hashable {
    case day, month, year
  }

  /// Where the year was found, from the strongest evidence to the weakest.
  ///
  /// Down to `meetingName` the meeting's own words tell it; what comes after is the page's or the file's, and a digest
  /// says so.
  package enum Basis: String, Sendable, Hashable, CaseIterable {
    /// In the date itself: 2023年2月10日.
    case text
    /// In the name: 2月10日, 2023年全市民政工作会议.
    case meetingName = "meeting-name"
    /// From the day that the page or the wire was dated.
    case page
    /// From the year that tasks are set for.
    case tasks
    /// From another dated report of the same file.
    case otherReport = "other-report"
    /// From the file's name or its sub-folders.
    case fileName = "file-name"
  }

  package var year: Int
  package var month: Int?
  package var day: Int?

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  package var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  package static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}

extension MeetingDate: CustomStringConvertible {
  /// ISO 8601, cut to the precision: `2023-02-10`, `2023-02`, `2023`.
  package var description: String {
    var text = Self.digits(year, 4)
    if let month { text += "-" + Self.digits(month, 2) }
    if let day { text += "-" + Self.digits(day, 2) }
    return text
  }

  private static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.utf8.count < width ? String(repeating: "0", count: width - text.utf8.count) + text : text
  }
}

extension MeetingDate {
  /// The date that an ISO string names, or nil: `2023-02-10`, `2023-02`, `2023`.
  ///
  /// What stands in no calendar names none: 2024-13, 2023-02-29.
  package init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy(digits.contains) }
    guard isDigits, [[4], [4, 2], [4, 2, 2]].contains(parts.map(\.utf8.count)) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    guard month.map((1...12).contains) ?? true else { return nil }
    if let month, let day, !(1...Self.days(in: month, of: numbers[0])).contains(day) { return nil }
    self.init(year: numbers[0], month: month, day: day)
  }

  /// How many days a month has, in the Gregorian calendar; without a year the most it can have.
  package static func days(in month: Int, of year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      return year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
    default: return 31
    }
  }
}
