// SPDX-License-Identifier: Apache-2.0

/// What became of some arrivals, counted by outcome.
package struct Tally: Sendable, Hashable {
  package var digests: Int
  package var duplicates: Int
  package var sources: Int
  package var rejected: Int
  /// Digests of before that what came since has outdated.
  package var outdated: Int

  package init(
    digests: Int = 0, duplicates: Int = 0, sources: Int = 0, rejected: Int = 0, outdated: Int = 0
  ) {
    self.digests = digests
    self.duplicates = duplicates
    self.sources = sources
    self.rejected = rejected
    self.outdated = outdated
  }

  package mutating func add(_ other: Tally) {
    digests += other.digests
    duplicates += other.duplicates
    sources += other.sources
    rejected += other.rejected
    outdated += other.outdated
  }
}
