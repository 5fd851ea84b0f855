// SPDX-License-Identifier: Apache-2.0

/// Why the journal shows nothing of what it is sent; the raw value is the MINUTED_REASON that is told later.
package enum JournalObstacle: String, Sendable, Hashable, CaseIterable {
  /// There is no socket, or nobody listens on it.
  case refused
  /// A send has not come back.
  case stalled
  /// The journal's files cannot be read by this process.
  case unreadable
  /// There are no files to read: `Storage=none`.
  case notStored = "not-stored"
  /// Files can be read and hold nothing of ours: `MaxLevelStore=`, `LogLevelMax=`, a filter, a full disk, a
  /// limit.
  case filtered

  /// What to do about it, for people.
  package var hint: String {
    switch self {
    case .refused: "systemctl status systemd-journald.socket"
    case .stalled: "systemctl status systemd-journald"
    case .unreadable: "minuted must be in the group systemd-journal"
    case .notStored: "set Storage= in journald.conf to persistent, volatile or auto"
    case .filtered:
      "look at MaxLevelStore=, Storage= and the free space of journald, LogLevelMax= and LogFilterPatterns= of the unit"
    }
  }
}
