// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Glibc
internal import Minutes

/// A time that a user names, in the machine's own zone, as journalctl --since takes it.
struct Moment: ExpressibleByArgument {
  let microseconds: Int64

  /// 2024-03-01, “2024-03-01 08:00”, today, yesterday, 7d, 12h, 30min.
  init?(argument: String) { self.init(argument, now: Glibc.time(nil)) }

  init?(_ text: String, now: Int) {
    guard let seconds = Self.age(text).map({ now - $0 }) ?? Self.day(text, now) ?? Self.date(text) else {
      return nil
    }
    microseconds = Int64(seconds) * 1_000_000
  }

  private static let units = [("min", 60), ("h", 3600), ("d", 86_400), ("w", 7 * 86_400)]

  /// How many seconds ago: 7d, 12h.
  private static func age(_ text: String) -> Int? {
    guard let (unit, size) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
    guard let count = Int(text.dropLast(unit.count)), count >= 0, count < 1_000_000 else { return nil }
    return count * size
  }

  private static func day(_ text: String, _ now: Int) -> Int? {
    guard ["today", "yesterday"].contains(text) else { return nil }
    var clock = time_t(now)
    var parts = tm()
    localtime_r(&clock, &parts)
    (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (0, 0, 0, -1)
    if text == "yesterday" { parts.tm_mday -= 1 }
    return mktime(&parts)
  }

  /// A day, and after a space or T an hour and minute.
  private static func date(_ text: String) -> Int? {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
    guard let date = MeetingDate(iso: String(halves[0])), let month = date.month, let day = date.day else {
      return nil
    }
    let clock =
      halves.count > 1 ? halves[1].split(separator: ":", omittingEmptySubsequences: false) : ["0", "0"]
    let numbers = clock.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard (2...3).contains(numbers.count), numbers.count == clock.count, (0..<24).contains(numbers[0]),
      numbers.dropFirst().allSatisfy((0..<60).contains)
    else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (Int32(date.year - 1900), Int32(month - 1), Int32(day))
    (parts.tm_hour, parts.tm_min) = (Int32(numbers[0]), Int32(numbers[1]))
    parts.tm_sec = numbers.count > 2 ? Int32(numbers[2]) : 0
    parts.tm_isdst = -1
    return mktime(&parts)
  }
}

extension Moment {
  /// A time in microseconds since 1970 as a user of this machine would write it: 2024-03-01 08:00.
  static func text(_ microseconds: Int64) -> String {
    var clock = time_t(microseconds / 1_000_000)
    var parts = tm()
    localtime_r(&clock, &parts)
    var room = [CChar](repeating: 0, count: 32)
    let length = strftime(&room, room.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: room.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
