// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Lays what people have put right over what the rules read: the one place where a reading is amended.
///
/// What an amendment is about is found in the reading as the rules made it, all of it before anything is
/// changed, so that one never hides another. They are then done in their order: of two about one thing the
/// later one counts. What is not found is left alone, and said.
package struct Amender: Sendable {
  private let values: AmendedValues

  package init(vocabulary: Vocabulary) { values = AmendedValues(vocabulary: vocabulary) }

  /// The report with these amendments, which are those of its document in the order they were made.
  package func apply(_ amendments: [Amendment], to report: Report) -> AmendedReport {
    let finder = MarkFinder(report: report)
    let places = amendments.map(finder.place)
    var amended = AmendedReport(report: report, findings: [])
    var lists: [Int: AmendedTasks] = [:]
    var gone: Set<MarkFinder.Place> = []
    for (amendment, place) in zip(amendments, places) {
      amended.findings.append(Self.finding(amendment, place, in: report))
      guard let place else { continue }
      switch (amendment.mark.subject, place.meeting) {
      case (.figure, _) where amendment.field == .none: gone.insert(place)
      case (.figure, let meeting?):
        set(amendment, in: &amended.report.meetings[meeting].figures[place.index])
      case (.figure, nil): set(amendment, in: &amended.report.figures[place.index])
      case (.meeting, let meeting?):
        values.set(amendment.field, amendment.after, in: &amended.report.meetings[meeting])
      case (.priority, let meeting?):
        lists[meeting, default: AmendedTasks(report.meetings[meeting].priorities)]
          .change(place.index, amendment.field, amendment.after)
      case (_, nil): break
      }
    }
    for (meeting, read) in report.meetings.enumerated() {
      let tasks = lists[meeting] ?? AmendedTasks(read.priorities)
      amended.report.meetings[meeting].priorities = tasks.list
      amended.report.meetings[meeting].removedTasks = tasks.removed(from: read.priorities)
      amended.taskOrigins.append(tasks.order)
      amended.figureOrigins.append(
        read.figures.indices.filter { !gone.contains(MarkFinder.Place(meeting: meeting, index: $0)) })
    }
    Self.remove(gone, from: &amended.report, read: report)
    return amended
  }

  /// What a person's words for a field come to, in the form that is kept; throws where they mean nothing.
  package func value(
    of field: Amendment.Field, from text: String, for meeting: Meeting
  ) throws(AmendmentError) -> String {
    try values.value(of: field, from: text, for: meeting)
  }

  private static func finding(
    _ amendment: Amendment, _ place: MarkFinder.Place?, in report: Report
  ) -> AmendedReport.Finding {
    guard let place else { return .init(part: amendment.part, standing: .lost, found: nil) }
    let found = text(of: amendment, at: place, in: report)
    let standing: Amendment.Standing =
      found == amendment.before ? .holds : found == amendment.after ? .agrees : .differs
    return .init(part: place.part, standing: standing, found: found)
  }

  private static func text(
    of amendment: Amendment, at place: MarkFinder.Place, in report: Report
  ) -> String? {
    switch (amendment.mark.subject, place.meeting) {
    case (.figure, let meeting?): report.meetings[meeting].figures[place.index].text(of: amendment.field)
    case (.figure, nil): report.figures[place.index].text(of: amendment.field)
    case (.meeting, let meeting?): report.meetings[meeting].text(of: amendment.field)
    case (.priority, let meeting?): report.meetings[meeting].priorities[place.index].text(of: amendment.field)
    case (_, nil): nil
    }
  }

  private func set(_ amendment: Amendment, in figure: inout Figure) {
    let original =
      figure.original
      ?? Figure.Original(indicator: figure.indicator, period: figure.period, quantity: figure.quantity)
    values.set(amendment.field, amendment.after, in: &figure)
    figure.original = original
  }

  private static func remove(
    _ gone: Set<MarkFinder.Place>, from report: inout Report, read: Report
  ) {
    for place in gone.sorted(by: { $0.index > $1.index }) {
      if let meeting = place.meeting {
        report.meetings[meeting].figures.remove(at: place.index)
        let removed = RemovedFigure(figure: read.meetings[meeting].figures[place.index], place: place.index)
        report.meetings[meeting].removedFigures.insert(removed, at: 0)
      } else {
        report.figures.remove(at: place.index)
      }
    }
  }
}
