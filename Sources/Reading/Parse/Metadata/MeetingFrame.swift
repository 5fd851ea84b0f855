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
  package var dateBasis: MeetingDate.Basis?
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

  /// The year looked back on: what is formally reviewed, else the year before the tasks'; from May on a meeting that
  /// reviews nothing tells of its own year (全县共有学校一百所).
  package var reviewYear: Int? {
    if let year = reviewPeriods.first?.lastYear { return year }
    guard let date else { return nil }
    return (date.month ?? 1) >= 5 ? date.year : date.year - 1
  }
}
