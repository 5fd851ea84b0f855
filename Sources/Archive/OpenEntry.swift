// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// A row of the outbox by its id alone, as long as nobody needs to know what it says.
package struct OpenEntry: Sendable, Hashable {
  package var id: String
  /// The order of sending.
  package var seq: Int64
  package var state: OutboxEntry.State
  /// When it was queued, in microseconds since 1970.
  package var queued: Int64
  /// Which time it is sent anew, where that was asked for: then the journal has to show that very copy.
  package var replay: Int?

  init(_ row: Row) {
    id = row["entry_id"]
    seq = row["seq"]
    state = OutboxEntry.State(rawValue: row["state"]) ?? .queued
    queued = row["queued"]
    let isReplayed: Bool = row["replayed"]
    replay = isReplayed ? row["reissue"] : nil
  }
}
