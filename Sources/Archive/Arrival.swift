// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A version of a file that was complete: what the ledger holds of it.
///
/// Each arrival ends in exactly one outcome. States before `taken` live in memory only, because nothing is claimed
/// before the bytes are kept; those between `taken` and `queued` are one transaction.
package struct Arrival: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// The bytes are in the store; the outcome is still to be found.
    case taken
    /// The outcome's entries stand in the outbox.
    case queued
    /// All of them were read back from the journal.
    case journalled
    /// The file was refused; its entry is in the outbox all the same.
    case rejected
  }

  package var id: Int64
  package var file: ArrivedFile
  package var state: State
  /// Why it was rejected.
  package var reason: String?
  /// How often its reading was begun without an end.
  package var attempts: Int
}

/// A file as it lay in the folder when its bytes were copied.
///
/// `name` is the path below the folder in bytes, `display` the same for people. Times are nanoseconds since 1970 as the
/// kernel tells them; they only answer whether a file has changed. `handle` is what name_to_handle_at(2) gives: inode
/// numbers are used again at once, handles are not.
package struct ArrivedFile: Sendable, Hashable {
  package var name: [UInt8]
  package var display: String
  /// Lower-case hex; nil for a file that could not be read.
  package var sha256: String?
  package var size: Int64
  package var mtime: Int64
  package var ctime: Int64
  package var handle: [UInt8]
  package var provenance: Provenance

  package init(
    name: [UInt8], display: String, sha256: String?, size: Int64, mtime: Int64, ctime: Int64, handle: [UInt8],
    provenance: Provenance = .report
  ) {
    self.name = name
    self.display = display
    self.sha256 = sha256
    self.size = size
    self.mtime = mtime
    self.ctime = ctime
    self.handle = handle
    self.provenance = provenance
  }
}
