// SPDX-License-Identifier: Apache-2.0

/// How fast entries are sent: at full speed, until journald drops some.
///
/// There is no fixed pace, since the unit lifts journald's limit. Where a limit is in force all the same, each
/// time that entries are found dropped doubles the pause before each entry, and what lands shortens it again.
struct JournalPace {
  private static let first: UInt32 = 500
  /// A hundred entries a second: below systemd's own limit of 10,000 in 30 s, and a day's backlog of a full
  /// disk is still told within the hour.
  private static let longest: UInt32 = 10_000
  /// Entries that land in a row before the pause is halved.
  private static let trust = 500

  /// Before each entry, in microseconds.
  private(set) var pause: UInt32 = 0
  private var landed = 0

  mutating func dropped() {
    pause = min(max(pause * 2, Self.first), Self.longest)
    landed = 0
  }

  mutating func landed(_ count: Int) {
    guard pause > 0 else { return }
    landed += count
    guard landed >= Self.trust else { return }
    pause = pause <= Self.first ? 0 : pause / 2
    landed = 0
  }
}
