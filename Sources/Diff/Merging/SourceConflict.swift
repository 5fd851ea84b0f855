// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Two reports of one meeting that cannot both be right: another value of the same figure, another order of
/// tasks.
///
/// Nobody is said to be right, but for what a person has put right: that stands. `from` is the fuller report's
/// words, `to` the other's; where a person has put the one right, `from` is what is read and `to` what stands.
///
/// Example: 全省养老床位41.9万张 in one paper and 全省养老床位41.3万张 in another.
package struct SourceConflict: Sendable, Hashable {
  /// What a person has done with the figure `to`.
  package enum PersonsWord: Sendable, Hashable {
    case putRight, removed
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
    personsWord == nil ? nil : (toDocument, to.excerpt)
  }

  /// `figure` or `priority`.
  package var subject: Change.Subject { figures == nil ? .priority : .figure }
}
