// SPDX-License-Identifier: Apache-2.0

/// What a running daemon says of itself.
struct DaemonState: Decodable {
  /// A drop folder: watched by the kernel's events, polled, or missing.
  struct Folder: Decodable {
    var path: String
    var service: String
    var waiting: Int
  }

  /// An import or a burst that is under way.
  struct Batch: Decodable {
    var kind: String
    var files: Int
    /// Files that are still to be read.
    var unread: Int
    /// Meetings that are read and still to be told.
    var untold: Int
  }

  var rules: String
  var folders: [Folder]
  /// What is wrong with the journal and what to do; nil while all is well.
  var journal: String?
  /// The same as a word: refused, stalled, unreadable, not-stored, filtered.
  var journalReason: String?
  var isDiskFull: Bool
  /// Documents that are still to be read by new rules.
  var rereading: Int
  /// Why the last reload was refused.
  var refusedReload: String?
  var batch: Batch?

  private enum CodingKeys: String, CodingKey {
    case rules, folders, journal, rereading, batch
    case journalReason = "journal_reason"
    case isDiskFull = "disk_full"
    case refusedReload = "refused_reload"
  }
}
