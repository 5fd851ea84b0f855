// SPDX-License-Identifier: Apache-2.0

/// An entry that is to be sent, by its id.
///
/// The entry itself is made on the writer's thread, when its turn comes: a few thousand that wait are then
/// only the bytes that the outbox has of them.
package struct JournalOrder: Sendable {
  package var id: String
  /// Waited before it is sent: what journald dropped is sent again more slowly.
  package var pauseMicroseconds: UInt32
  /// Nil for bytes that are no entry; it is then refused.
  package var entry: @Sendable () -> JournalEntry?

  package init(
    id: String, pauseMicroseconds: UInt32 = 0, entry: @escaping @Sendable () -> JournalEntry?
  ) {
    self.id = id
    self.pauseMicroseconds = pauseMicroseconds
    self.entry = entry
  }
}
