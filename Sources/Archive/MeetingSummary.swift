// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A meeting as one line of a list.
package struct MeetingSummary: Sendable, Hashable {
  package var id: String
  package var provenance: Provenance
  package var title: String?
  /// The jurisdiction's full name and code: 广东省深圳市, 440300.
  package var name: String?
  package var division: String?
  package var level: Division.Level?
  package var sector: String?
  /// The words of its name: 民政工作会议.
  package var kind: String
  /// Empty for a meeting that was withdrawn, which follows no other.
  package var series: String
  package var date: MeetingDate?
  package var planYear: Int?
  /// How many documents tell of it.
  package var documents: Int
  /// Its latest digest that holds.
  package var digestID: String?
  /// Its latest digest, where all were withdrawn.
  package var retractedID: String?
  /// True where a person has taken the meeting itself out of all comparisons.
  package var isWithdrawn = false

  /// True where nothing was said against what was told of it.
  package var isInForce: Bool { !isWithdrawn && retractedID == nil }
}
