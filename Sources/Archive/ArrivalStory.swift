// SPDX-License-Identifier: Apache-2.0

/// An arrival with the entries that tell what became of it, for the page of arrivals.
package struct ArrivalStory: Sendable, Hashable {
  package var arrival: Arrival
  /// When it was taken or refused, in microseconds since 1970.
  package var taken: Int64
  /// One an outcome, as the outbox keeps them; none while the outcome is still to be found, and of a container.
  package var outcomes: [[UInt8]]
}
