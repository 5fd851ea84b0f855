// SPDX-License-Identifier: Apache-2.0

internal import Diff
package import Digest
internal import Minutes

/// The changes of a digest as rows of a table, for spreadsheets and statistics: one a change, both
/// quotations in it.
package struct ChangeTable {
  /// The names of the columns, as the fields of the journal are called.
  package static let header = [
    "entry", "change", "relation", "subject", "topic", "weight", "confidence", "story", "rank_from",
    "rank_to",
    "indicator", "unit", "value_from", "value_to", "delta", "percent", "quote_from", "at_from", "quote_to",
    "at_to",
  ]

  /// The rows, in the order in which the changes are told and numbered.
  package static func rows(_ digest: MeetingDigest) -> [[CSVCell]] {
    digest.changes.enumerated().map { row($0.element, digest.entryID($0.offset + 1), digest) }
  }

  private static func row(_ change: Change, _ entry: String, _ digest: MeetingDigest) -> [CSVCell] {
    let (from, to) = (change.from.first, change.to.first)
    let pair = change.figures
    return [
      .text(entry), .text(change.kind.rawValue), .text(change.relation.rawValue),
      .text(change.subject.rawValue),
      .optional(change.topic), .text(Weight(change).rawValue), .text(change.confidence.rawValue),
      .text(DigestText.story(of: change, in: digest)), .optional(from?.rank), .optional(to?.rank),
      .optional(pair?.indicator), .optional(pair?.unit), .optional(pair?.from?.quantity.value),
      .optional(pair?.to?.quantity.value), .optional(pair?.delta), .optional(pair?.percent),
      .optional(from?.excerpt.text), .optional(from?.excerpt.place), .optional(to?.excerpt.text),
      .optional(to?.excerpt.place),
    ]
  }
}
