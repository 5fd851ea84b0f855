// SPDX-License-Identifier: Apache-2.0

/// An entry that was found in the journal.
package struct JournalSighting: Sendable, Hashable {
  /// The journal's own address of the entry, for `journalctl --cursor=`.
  package var cursor: String
  /// When journald received it, in microseconds since 1970.
  package var realtime: UInt64
  /// How many entries have this id; more than one after a repair.
  package var count: Int
  /// What the last of them says, as `JournalEntry.fingerprint` has it; nil where that was not asked for.
  package var fingerprint: UInt64?
  /// True where it is found by other fields than its id as well, false where that is not so or where it stands
  /// in no index at all, nil where that was not asked for.
  package var isFoundOtherwise: Bool?

  package init(cursor: String, realtime: UInt64, count: Int) {
    self.cursor = cursor
    self.realtime = realtime
    self.count = count
  }
}
