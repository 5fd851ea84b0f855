// SPDX-License-Identifier: Apache-2.0

/// An import or a burst that is under way: many files that are read first and then told in order of date.
///
/// It stands in the archive until its roll-up is queued, so that a restart goes on where it was. `files`
/// counts its arrivals, `tally` what became of them so far.
package struct Batch: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Handed in by `minutectl import`.
    case `import`
    /// More than `BurstRollup=` in the folders at once.
    case burst
  }

  package var id: Int64
  package var kind: Kind
  package var files: Int
  package var tally: Tally
}
