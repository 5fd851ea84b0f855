// SPDX-License-Identifier: Apache-2.0

/// What a reader has called insignificant: changes of this kind about this matter weigh little in later
/// digests of the series.
///
/// Example: `rank_down` of `priority` about `elderly-care`, set on 深圳's digest of 2023, holds for 深圳's of
/// 2024.
package struct Insignificance: Sendable, Hashable {
  /// The code of the kind of change, `MINUTED_CHANGE`.
  package var change: String
  /// `MINUTED_SUBJECT`.
  package var subject: String
  /// An indicator, a formulation, a line of work, or the head of a task that has none.
  package var matter: String

  package init(change: String, subject: String, matter: String) {
    self.change = change
    self.subject = subject
    self.matter = matter
  }
}
