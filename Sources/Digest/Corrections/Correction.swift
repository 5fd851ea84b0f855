// SPDX-License-Identifier: Apache-2.0

package import Diff

/// What makes a digest a correction: the digest that it replaces, and why.
package struct Correction: Sendable, Hashable {
  package enum Cause: Sendable, Hashable {
    /// The meeting before this one came after it, or is another one now.
    case otherPrevious
    /// A person has taken the meeting before out of the comparisons, or has let it come back.
    case removal(RemovalNote)
    /// Further reports of the meeting, or other versions of them; what each alone gives.
    case sources([MergedAccounts.Share])
    /// A report of the meeting was removed for good: the names of what was removed, why, and what those that
    /// are left give.
    case forgotten([String], reason: String, left: [MergedAccounts.Share])
    /// A person has put something right, in this meeting's reports or in those of one before it.
    case edit(EditNote)

    /// Somebody asked for what newer rules read otherwise to be told; the name of these rules, and why.
    case rules(String, reason: String)

    /// True where another meeting is compared with because a person wanted it so.
    package var isRemoval: Bool { if case .removal = self { true } else { false } }

    /// The names of the meeting's own reports that were removed.
    package var forgotten: [String] { if case .forgotten(let names, _, _) = self { names } else { [] } }
  }

  package var superseded: SupersededDigest
  package var cause: Cause

  package init(superseded: SupersededDigest, cause: Cause) {
    self.superseded = superseded
    self.cause = cause
  }
}
