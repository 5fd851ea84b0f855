// SPDX-License-Identifier: Apache-2.0

internal import Archive

/// When corrections that wait for further sources are due: `MergeWait=` after the first news, in nanoseconds
/// of a clock that only goes forward.
///
/// The archive knows what waits, this only since when; after a restart the wait begins again, so that a
/// service that was restarted in the middle still sends one correction and not two.
struct CorrectionClock {
  let wait: UInt64
  private var deadlines: [MeetingKey: UInt64] = [:]

  init(wait: UInt64) { self.wait = wait }

  /// When the next is due, or nil.
  var next: UInt64? { deadlines.values.min() }

  /// Takes over what waits now, and gives what is due.
  mutating func due(_ waiting: [MeetingKey], at now: UInt64) -> [MeetingKey] {
    let (sum, overflow) = now.addingReportingOverflow(wait)
    let latest = overflow ? UInt64.max : sum
    deadlines = Dictionary(uniqueKeysWithValues: waiting.map { ($0, deadlines[$0] ?? latest) })
    return waiting.filter { deadlines[$0] ?? 0 <= now }
  }
}
