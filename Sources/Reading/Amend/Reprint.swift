// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A later report of a meeting that was put right, beside the report that this was done in.
///
/// The same sentence stands at another place in it, so marks of the one mean nothing in the other: what says the
/// same of the same meeting is found by what it says.
package struct Reprint: Sendable {
  /// The report that was put right, as the rules read it, and what its meetings are called now.
  private let source: Report
  private let names: [String]
  /// The later report, as the rules read it, and its bytes.
  private let report: Report
  private let document: String

  package init(of source: Report, amended: Report, as report: Report, document: String) {
    self.source = source
    names = amended.meetings.map(\.id)
    self.report = report
    self.document = document
  }

  /// What an amendment of the one report comes to in the other: nothing where that does not say what was put
  /// right.
  package func amendments(like amendment: Amendment) -> [Amendment] {
    guard let place = MarkFinder(report: source).place(of: amendment), let meeting = place.meeting else {
      return []
    }
    let ids = [source.meetings[meeting].id, names[meeting]]
    return report.meetings.enumerated().filter { ids.contains($0.element.id) }.flatMap { number, found in
      things(like: place.index, amendment, source.meetings[meeting], in: found)
        .filter { $0.before == $0.wrong }
        .map {
          Amendment(
            document: document, part: number + 1, mark: $0.mark, field: amendment.field, before: $0.before,
            after: amendment.after)
        }
    }
  }

  /// What says the same in a meeting, with what a field of it says and what it said where it was put right.
  private func things(
    like index: Int, _ amendment: Amendment, _ source: Meeting, in meeting: Meeting
  ) -> [(mark: Mark, before: String?, wrong: String?)] {
    let field = amendment.field
    switch amendment.mark.subject {
    case .meeting: return [(meeting.mark, meeting.text(of: field), source.text(of: field))]
    case .figure:
      let figure = source.figures[index]
      return meeting.figures.filter { $0.facts == figure.facts }
        .map { ($0.mark, $0.text(of: field), figure.text(of: field)) }
    case .priority:
      let task = source.priorities[index]
      return meeting.priorities.filter { $0.head == task.head && $0.body == task.body }
        .map { ($0.mark, $0.text(of: field), task.text(of: field)) }
    }
  }
}
