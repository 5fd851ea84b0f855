// SPDX-License-Identifier: Apache-2.0

/// A version of a file that was complete: what the ledger holds of it.
///
/// Each arrival ends in exactly one outcome. States before `taken` live in memory only, because nothing is
/// claimed before the bytes are kept; those between `taken` and `queued` are one transaction.
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
