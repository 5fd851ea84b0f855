// SPDX-License-Identifier: Apache-2.0

/// Why and when a document is to be forgotten, and what is to be known for it.
package struct ForgetRequest: Sendable, Hashable {
  /// What the person gave as the reason; the tombstone keeps it.
  package var reason: String
  /// Microseconds since 1970.
  package var now: Int64
  /// The number of the edit that asks for it.
  package var edit: Int64
  /// The ids of entries that are on their way to the journal, which the archive may still know as queued.
  package var handed: Set<String>
  /// The bytes that only entries of conflicts hold: in another document's entry they quote this one.
  package var conflict: [UInt8]

  package init(reason: String, now: Int64, edit: Int64, handed: Set<String>, conflict: [UInt8]) {
    (self.reason, self.now, self.edit) = (reason, now, edit)
    (self.handed, self.conflict) = (handed, conflict)
  }
}
