// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Who met, when, about what: a meeting without its lists and figures.
package struct MeetingFrame: Sendable {
  package var title: String?
  package var jurisdiction: Division?
  package var sector: String?
  package var kind: String
  package var category: String
  package var date: MeetingDate?
  package var dateInferred: Bool
  package var reviewPeriods: [Period]
  package var planPeriods: [Period]
  package var officials: [Official]

  package init(kind: String, category: String) {
    self.kind = kind
    self.category = category
    dateInferred = false
    reviewPeriods = []
    planPeriods = []
    officials = []
  }

  /// The year that tasks are set for.
  package var planYear: Int? { planPeriods.last?.lastYear ?? date?.year }

  /// The year looked back on.
  package var reviewYear: Int? { reviewPeriods.first?.lastYear ?? date.map { $0.year - 1 } }
}
