// SPDX-License-Identifier: Apache-2.0

/// A journal entry that is to be sent until it was read back.
///
/// `fields` is the whole entry in bytes, as whoever writes the journal encodes it; the archive does not look
/// inside.
package struct OutboxEntry: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case queued
    /// Handed to the journal, which may still lose it.
    case sent
    /// Read back; the cursor tells where.
    case landed
    /// Given up: the journal no longer reaches back to where it was.
    case retired
  }

  /// MINUTED_ENTRY_ID: `<digest id>-00`.
  package var id: String
  package var digestID: String?
  package var fields: [UInt8]
  package var state: State
  package var attempts: Int
  /// The order of sending; 0 before it is queued.
  package var seq: Int64
  /// When it was queued, in microseconds since 1970; 0 before that. A journal that begins later never held
  /// it.
  package var queued: Int64
  /// MINUTED_REISSUE: how often it was sent anew although it had been read back, or may have been.
  package var reissue: Int
  /// True while it is sent anew on request: the journal has it already, and has to show the copy.
  package var isReplayed: Bool

  package init(
    id: String, digestID: String?, fields: [UInt8], state: State = .queued, attempts: Int = 0, seq: Int64 = 0,
    queued: Int64 = 0, reissue: Int = 0, isReplayed: Bool = false
  ) {
    self.id = id
    self.digestID = digestID
    self.fields = fields
    self.state = state
    self.attempts = attempts
    self.seq = seq
    self.queued = queued
    self.reissue = reissue
    self.isReplayed = isReplayed
  }
}
