// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Finds in a reading what an amendment is about.
///
/// Words and place are tried together, then the place alone: new rules quote 全市养老床位14050张 where old ones
/// quoted 养老床位14050张. Of several that stand at one place, 分别为1、2、3, name and amount tell. What could be
/// one or the other is not found: nothing is put right by guess.
struct MarkFinder {
  /// Where a thing stands in a report.
  struct Place: Hashable {
    /// The meeting's place among the report's, from 0; nil for the figures of a report without one.
    var meeting: Int?
    /// The figure's or task's place in its list.
    var index: Int

    /// The meeting's number as an amendment has it.
    var part: Int { meeting.map { $0 + 1 } ?? 0 }
  }

  /// One thing that a mark may mean, with how much speaks for it.
  private struct Candidate {
    var place: Place
    var worth: Int
  }

  let report: Report

  func place(of amendment: Amendment) -> Place? {
    switch amendment.mark.subject {
    case .meeting: meeting(amendment)
    case .figure: best(figures, amendment)
    case .priority: best(priorities, amendment)
    }
  }

  /// The meeting under its number where it overlaps the marked one at all, else the one that overlaps most.
  private func meeting(_ amendment: Amendment) -> Place? {
    let overlaps = report.meetings.map { amendment.mark.span.overlap($0.extent) }
    let part = amendment.part - 1
    if overlaps.indices.contains(part), overlaps[part] > 0 { return Place(meeting: part, index: 0) }
    guard let most = overlaps.max(), most > 0, overlaps.count(where: { $0 == most }) == 1 else { return nil }
    return overlaps.firstIndex(of: most).map { Place(meeting: $0, index: 0) }
  }

  private var figures: [(Place, Mark)] {
    report.figures.enumerated().map { (Place(meeting: nil, index: $0.offset), $0.element.mark) }
      + report.meetings.enumerated().flatMap { number, meeting in
        meeting.figures.enumerated().map { (Place(meeting: number, index: $0.offset), $0.element.mark) }
      }
  }

  private var priorities: [(Place, Mark)] {
    report.meetings.enumerated().flatMap { number, meeting in
      meeting.priorities.enumerated().map { (Place(meeting: number, index: $0.offset), $0.element.mark) }
    }
  }

  private func best(_ marks: [(Place, Mark)], _ amendment: Amendment) -> Place? {
    let wanted = amendment.mark
    let near = marks.filter { $0.1.span.overlap(wanted.span) > 0 }
    let candidates = near.map { place, mark in
      Candidate(
        place: place,
        worth: (mark.span == wanted.span && mark.words == wanted.words ? 8 : 0)
          + (mark.name == wanted.name ? 4 : 0) + (mark.amount == wanted.amount ? 2 : 0)
          + (place.part == amendment.part ? 1 : 0))
    }
    guard let most = candidates.map(\.worth).max() else { return nil }
    // Nothing but the place speaks for it: enough only where nothing else stands there.
    if most < 2, candidates.count > 1 { return nil }
    let found = candidates.filter { $0.worth == most }
    return found.count == 1 ? found[0].place : nil
  }
}
