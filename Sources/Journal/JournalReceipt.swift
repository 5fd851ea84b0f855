// SPDX-License-Identifier: Apache-2.0

/// What the writer's thread reports of one entry.
package struct JournalReceipt: Sendable, Hashable {
  package var id: String
  package var outcome: SendOutcome

  package init(id: String, outcome: SendOutcome) {
    self.id = id
    self.outcome = outcome
  }
}
