// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension FormulationChange {
  /// What the priorities newly name and no longer name, in the order of their ranks.
  ///
  /// A term that the other text has anywhere is neither new nor lost: a brand that moved from the tasks to
  /// the review is still in use.
  static func between(_ baseline: Meeting, _ meeting: Meeting) -> [FormulationChange] {
    terms(of: meeting, notIn: baseline).map { FormulationChange(kind: .new, text: $0, scope: baseline.id) }
      + terms(of: baseline, notIn: meeting).map {
        FormulationChange(kind: .lost, text: $0, scope: meeting.id)
      }
  }

  private static func terms(of meeting: Meeting, notIn other: Meeting) -> [String] {
    meeting.priorities.flatMap(\.terms).unique(without: []).filter { term in
      !other.paragraphs.contains { $0.text.holds(term) }
        && !other.priorities.contains { $0.terms.contains(term) || $0.body.holds(term) }
    }
  }
}
