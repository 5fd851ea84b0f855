// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Two reports of one meeting that cannot both be right: another value of the same figure, another order of
/// tasks.
///
/// Nobody is said to be right. `from` is the fuller report's words, `to` the other's.
///
/// Example: 全省养老床位41.9万张 in one paper and 全省养老床位41.3万张 in another.
package struct SourceConflict: Sendable, Hashable {
  package var from: Change.Evidence
  package var to: Change.Evidence
  package var fromDocument: Document
  package var toDocument: Document
  /// The two figures; nil where the order of the tasks differs.
  package var figures: FigurePair?

  /// `figure` or `priority`.
  package var subject: Change.Subject { figures == nil ? .priority : .figure }
}
