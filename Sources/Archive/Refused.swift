// SPDX-License-Identifier: Apache-2.0

/// A refused file as `minutectl rejected` lists it.
package struct Refused: Sendable, Hashable {
  package var arrival: Arrival
  /// When it was taken or refused, in microseconds since 1970.
  package var taken: Int64
  /// Its entry as the outbox keeps it, which tells what is wrong and what to do; nil where it is no longer
  /// kept.
  package var entry: [UInt8]?
}
