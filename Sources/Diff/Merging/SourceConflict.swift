// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Two reports of one meeting that cannot both be right: another value of the same figure, another order of
/// tasks.
///
/// Nobody is said to be right, but for what a person has put right: that stands. `from` is the fuller report's
/// words, `to` the other's.
///
/// Example: 全省养老床位41.9万张 in one paper and 全省养老床位41.3万张 in another.
package struct SourceConflict: Sendable, Hashable {
  /// Which of the two figures a person has put right, and whether it was taken out.
  package enum PersonsWord: Sendable, Hashable {
    case from(isRemoved: Bool)
    case to(isRemoved: Bool)
  }

  package var from: Change.Evidence
  package var to: Change.Evidence
  package var fromDocument: Document
  package var toDocument: Document
  /// The two figures; nil where the order of the tasks differs.
  package var figures: FigurePair?
  /// Nil where both are as the rules read them.
  package var personsWord: PersonsWord?

  /// The document and the words that a person has put right; nil where nobody has.
  package var amended: (document: Document, excerpt: Excerpt)? {
    switch personsWord {
    case .from: (fromDocument, from.excerpt)
    case .to: (toDocument, to.excerpt)
    case nil: nil
    }
  }

  /// `figure` or `priority`.
  package var subject: Change.Subject { figures == nil ? .priority : .figure }
}
