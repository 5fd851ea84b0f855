// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names that came up and names that are no longer used, verbatim.
enum Terms {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.formulations.map { formulation in
      let gone = formulation.kind == .lost
      var change = Change(gone ? .lostTerm : .newTerm, .formulation, in: side, rule: "terms")
      let place = evidence(formulation.text, in: gone ? side.baseline : side.meeting, side)
      if gone {
        (change.wordingFrom, change.from) = (formulation.text, place)
        if !SilenceWeight.speaks(side.comparison) { change.confidence = .low }
      } else {
        (change.wordingTo, change.to) = (formulation.text, place)
      }
      return change
    }
  }

  private static func evidence(_ term: String, in meeting: Meeting, _ side: Comparing) -> [Change.Evidence] {
    meeting.priorities.first { $0.terms.contains(term) }
      .map { side.evidence([$0.rank], in: meeting) } ?? []
  }
}
