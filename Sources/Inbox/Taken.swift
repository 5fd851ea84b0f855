// SPDX-License-Identifier: Apache-2.0

/// A file whose bytes are in the store, safe from a power cut.
package struct Taken: Sendable, Hashable {
  package var name: FileName
  /// 64 lower-case hex digits: the store's name of the bytes.
  package var sha256: String
  /// The file's state before and after the copy, for the ledger.
  package var state: FileState
  /// True where the store held the same bytes before.
  package var isStored: Bool

  package init(name: FileName, sha256: String, state: FileState, isStored: Bool) {
    self.name = name
    self.sha256 = sha256
    self.state = state
    self.isStored = isStored
  }
}
