// SPDX-License-Identifier: Apache-2.0

/// How much the archive holds and how far it is.
package struct ArchiveStatus: Sendable, Hashable {
  package var arrivals: [Arrival.State: Int]
  /// Entries that are still to be shown by the journal: waiting to be sent, and sent.
  package var queued: Int
  package var sent: Int
  /// Entries that the journal showed, and the few that were given up.
  package var closed: Int
  package var documents: Int
  package var meetings: Int
  package var digests: Int
  /// Arrivals that are on hold; they are among those that are taken.
  package var held: Int
}
