// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Desk
internal import Glibc
internal import Minutes
internal import Settings

/// A time that a user names, in the machine's own zone, as journalctl --since takes it; see systemd.time(7).
struct Moment {
  let microseconds: Int64

  /// Microseconds since 1970, to the second.
  static var now: Int64 { Int64(Glibc.time(nil)) * 1_000_000 }

  /// now, today, yesterday, tomorrow; 2024-03-01, “2024-03-01 08:00”, 08:00; “2 days ago”, -7d, +1h; @1709251200;
  /// and 7d alone, which is 7 days ago.
  init?(_ text: String, now: Int) {
    let text = text.trimmed
    guard let seconds = Self.word(text, now) ?? Self.distance(text, now) ?? Self.date(text, now) else {
      return nil
    }
    let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return nil }
    microseconds = product
  }

  /// The time that an option names; another text is told with what can be written.
  static func option(_ text: String) throws -> Moment {
    guard let moment = Moment(text, now: Glibc.time(nil)) else {
      throw ValidationError(
        "“\(text)” is no time; write 2024-03-01, “2024-03-01 08:00”, 08:00, today, yesterday, 7d or “2 hours ago”"
      )
    }
    return moment
  }

  private static func word(_ text: String, _ now: Int) -> Int? {
    switch text {
    case "now": return now
    case "today": return midnight(now, days: 0)
    case "yesterday": return midnight(now, days: -1)
    case "tomorrow": return midnight(now, days: 1)
    default: return text.hasPrefix("@") ? Int(text.dropFirst()).flatMap { $0 >= 0 ? $0 : nil } : nil
    }
  }

  /// So long before or after now: -7d, “1h 30min ago”, 7d.
  private static func distance(_ text: String, _ now: Int) -> Int? {
    let isLater = text.hasPrefix("+") || text.hasSuffix(" left")
    var span = text[...]
    if text.hasPrefix("+") || text.hasPrefix("-") { span = span.dropFirst() }
    for end in [" ago", " left"] where span.hasSuffix(end) { span = span.dropLast(end.count) }
    // A number alone is a year that somebody meant, and no seconds.
    guard span.contains(where: \.isLetter), let length = TimeSpan.parse(String(span)) else { return nil }
    let seconds = Int(clamping: length.components.seconds)
    let (moment, overflow) =
      isLater ? now.addingReportingOverflow(seconds) : now.subtractingReportingOverflow(seconds)
    return overflow ? nil : moment
  }

  private static func midnight(_ now: Int, days: Int32) -> Int {
    var parts = local(now)
    (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (0, 0, 0, -1)
    parts.tm_mday += days
    return mktime(&parts)
  }

  /// A day, an hour of today, or both with a space or T between.
  private static func date(_ text: String, _ now: Int) -> Int? {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
    var parts = local(now)
    (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (0, 0, 0, -1)
    if halves.count == 1, text.contains(":") { return clock(halves[0], &parts) ? mktime(&parts) : nil }
    guard let date = MeetingDate(iso: String(halves[0])), let month = date.month, let day = date.day,
      (0..<10_000).contains(date.year)
    else { return nil }
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (Int32(date.year - 1900), Int32(month - 1), Int32(day))
    if halves.count > 1, !clock(halves[1], &parts) { return nil }
    return mktime(&parts)
  }

  /// 08:00 or 08:00:30; false where it is none.
  private static func clock(_ text: Substring, _ parts: inout tm) -> Bool {
    let words = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = words.compactMap { $0.utf8.count <= 2 ? Int32($0) : nil }
    guard (2...3).contains(numbers.count), numbers.count == words.count, (0..<24).contains(numbers[0]),
      numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
    else { return false }
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
    return true
  }

  private static func local(_ seconds: Int) -> tm {
    var clock = time_t(seconds)
    var parts = tm()
    localtime_r(&clock, &parts)
    return parts
  }
}

extension Moment {
  /// A time in microseconds since 1970 as a user of this machine would write it: 2024-03-01 08:00.
  static func text(_ microseconds: Int64) -> String { LocalTime.text(microseconds) }
}

extension String {
  /// Without spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
