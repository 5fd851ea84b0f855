// SPDX-License-Identifier: Apache-2.0

/// All that follows from one arrival, to be kept in one transaction.
///
/// A duplicate has entries only; a rejected file has its reason and perhaps no reading; a report has a
/// reading, a digest for each of its meetings and their entries.
package struct Outcome: Sendable {
  package var arrival: Int64
  /// Why the file is refused; nil where it is not.
  package var rejection: String?
  package var reading: DocumentReading?
  package var digests: [KeptDigest]
  package var entries: [OutboxEntry]

  package init(
    arrival: Int64, rejection: String? = nil, reading: DocumentReading? = nil, digests: [KeptDigest] = [],
    entries: [OutboxEntry]
  ) {
    self.arrival = arrival
    self.rejection = rejection
    self.reading = reading
    self.digests = digests
    self.entries = entries
  }
}
