// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// What lies under an amended reading: the report as the rules alone made it, and how each amendment stands to
/// it.
///
/// Kept, so that an amendment can be made and taken back at any time, also of a document whose bytes are no
/// longer held or are with no child that could open them.
package struct AmendedParts: Sendable, Hashable {
  /// How one amendment stands to the reading that it was laid over.
  package struct Standing: Sendable, Hashable {
    package var amendment: Int64
    package var part: Int
    package var standing: Amendment.Standing
    package var found: String?

    package init(amendment: Int64, part: Int, standing: Amendment.Standing, found: String?) {
      self.amendment = amendment
      self.part = part
      self.standing = standing
      self.found = found
    }
  }

  package var report: Report
  package var standings: [Standing]

  package init(report: Report, standings: [Standing]) {
    self.report = report
    self.standings = standings
  }
}
