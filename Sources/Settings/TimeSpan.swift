// SPDX-License-Identifier: Apache-2.0

/// Reads time spans as systemd writes them; see systemd.time(7).
///
/// Seconds where no unit stands; terms add up; a fraction is exact to the microsecond.
///
/// Example: `2`, `200ms`, `1min 30s`, `1.5h`.
package enum TimeSpan {
  /// The span that `text` names, or nil. A span beyond what 64 bits of microseconds hold is nil too.
  package static func parse(_ text: String) -> Duration? {
    var rest = text[...].drop(while: \.isWhitespace)
    var total: Int64 = 0
    repeat {
      guard let term = term(&rest), case let (sum, overflow) = total.addingReportingOverflow(term), !overflow
      else { return nil }
      total = sum
      rest = rest.drop(while: \.isWhitespace)
    } while !rest.isEmpty
    return .microseconds(total)
  }

  /// Takes one number with its unit off the head of `rest`, in microseconds.
  private static func term(_ rest: inout Substring) -> Int64? {
    guard let number = Scaled.take(&rest) else { return nil }
    rest = rest.drop(while: \.isWhitespace)
    let unit = rest.prefix(while: \.isLetter)
    rest = rest.dropFirst(unit.count)
    return units[String(unit)].flatMap(number.times)
  }

  /// Microseconds of each unit, by systemd's names.
  private static let units: [String: Int64] = {
    let named: [(Int64, [String])] = [
      (1, ["us", "usec", "µs", "μs"]),
      (1_000, ["ms", "msec"]),
      (1_000_000, ["", "s", "sec", "second", "seconds"]),
      (60_000_000, ["m", "min", "minute", "minutes"]),
      (3_600_000_000, ["h", "hr", "hour", "hours"]),
      (86_400_000_000, ["d", "day", "days"]),
      (604_800_000_000, ["w", "week", "weeks"]),
      // Months and years are mean ones, as in systemd: 30.44 and 365.25 days.
      (2_629_800_000_000, ["M", "month", "months"]),
      (31_557_600_000_000, ["y", "year", "years"]),
    ]
    return Dictionary(uniqueKeysWithValues: named.flatMap { unit, names in names.map { ($0, unit) } })
  }()
}
