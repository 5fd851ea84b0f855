// SPDX-License-Identifier: Apache-2.0

/// How much the archive holds and how far it is.
package struct ArchiveStatus: Sendable, Hashable {
  package var arrivals: [Arrival.State: Int]
  package var entries: [OutboxEntry.State: Int]
  package var documents: Int
  package var meetings: Int
  package var digests: Int
}
