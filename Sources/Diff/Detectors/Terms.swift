// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names that came up and names that are no longer used, verbatim.
///
/// A name that an older report of the series had is `returned`; one that neither the whole series nor the superiors and
/// peers of the year have is `first_ever`, with its reach. Across a gap in the series, or where an older text is
/// damaged, nothing is called first: it is a new term, no more.
enum Terms {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    let reach = Lineage(side).reach
    return FormulationChange.between(side.baseline, side.meeting).map { formulation in
      formulation.kind == .lost ? lost(formulation.text, side) : new(formulation.text, side, reach)
    }
  }

  private static func lost(_ term: String, _ side: Comparing) -> Change {
    var change = Change(.lostTerm, .formulation, in: side, rule: "terms")
    (change.wordingFrom, change.from) = (term, side.naming(term, in: side.baseline))
    change.seen = sightings(of: term, in: side.earlier + [side.baseline])
    if !SilenceWeight.speaks(side) { change.confidence = .low }
    return change
  }

  private static func new(_ term: String, _ side: Comparing, _ reach: String?) -> Change {
    let seen = sightings(of: term, in: side.earlier)
    let isFirst = seen.isEmpty && reach != nil && isSaidFirst(term, side)
    let kind: Change.Kind = !seen.isEmpty ? .returned : isFirst ? .firstEver : .newTerm
    var change = Change(kind, .formulation, in: side, rule: "terms")
    (change.wordingTo, change.to) = (term, side.naming(term, in: side.meeting))
    change.seen = seen
    if isFirst {
      change.scope = (reach ?? "") + (side.others.isEmpty ? "" : "，上级、同级\(side.others.count)次会议")
    }
    return change
  }

  /// True where no text that could have said it before holds it, and none of them is damaged.
  private static func isSaidFirst(_ term: String, _ side: Comparing) -> Bool {
    (side.earlier + [side.baseline] + side.others).allSatisfy { other in
      other.damaged <= SilenceWeight.mostDamage && !other.holds(term)
    }
  }

  private static func sightings(of term: String, in meetings: [Meeting]) -> [Change.Sighting] {
    meetings.compactMap { meeting in
      guard let year = meeting.planYear, meeting.holds(term) else { return nil }
      return Change.Sighting(year: year, rank: meeting.priorities.first { $0.body.holds(term) }?.rank ?? 0)
    }
  }
}
