// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// A request to read refused files again, or to tell files on hold, answered when each has come to its
/// outcome.
struct RetryRequest {
  weak var connection: ControlConnection?
  let files: Int
  /// Those that are looked at anew in their folder.
  let waiting: Int
  var tally: Tally
  /// Those that children still have to open.
  var opening: Set<Int64>

  func answer() {
    connection?.reply([
      "ok": .bool(true), "files": .integer(files), "digests": .integer(tally.digests),
      "duplicates": .integer(tally.duplicates), "sources": .integer(tally.sources),
      "rejected": .integer(tally.rejected), "waiting": .integer(waiting),
    ])
  }
}
