// SPDX-License-Identifier: Apache-2.0

/// A phrase that counts verbatim (提法): new against the baseline, or no longer used.
///
/// `scope` names what the phrase is new in. Phrases are the terms of the priorities, so the leaders'
/// requirements and the review do not count.
package struct FormulationChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case new, lost
    case firstUse = "first_use"
    case returned
  }

  package var kind: Kind
  package var text: String
  package var scope: String
}
