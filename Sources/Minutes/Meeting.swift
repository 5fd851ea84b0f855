// SPDX-License-Identifier: Apache-2.0

/// A work meeting, as one report tells of it (会议).
///
/// All that a comparison needs: who met, when, the tasks set, the figures given. A file with two meetings gives two.
///
/// Example: 2023年广州市民政工作会议 is jurisdiction 440100, sector 民政, kind 民政工作会议, class 工作会议.
package struct Meeting: Sendable, Hashable {
  package var title: String?
  package var jurisdiction: Division?
  /// The body's field, in Chinese: 民政, 教育, 卫生健康.
  package var sector: String?
  /// The words of the meeting's name after place and year: 民政工作会议.
  package var kind: String
  /// The class that makes a series: 工作会议 (座谈会 is of it), 宣传工作会议.
  package var category: String
  package var date: MeetingDate?
  /// True where a part of the date was not in the date itself but followed from its surroundings.
  package var dateInferred: Bool
  /// Where the year of the date was found; nil without a date.
  package var dateBasis: MeetingDate.Basis?
  package var reviewPeriods: [Period]
  package var planPeriods: [Period]
  package var officials: [Official]
  package var priorities: [Priority]
  package var otherLists: [OtherList]
  package var figures: [Figure]
  /// What a person has taken out of the figures, by place: it keeps its number, so that nothing else changes its.
  package var removedFigures: [RemovedFigure]
  /// What a person has taken out of the tasks, as the rules read it.
  package var removedTasks: [Priority]
  /// The clean paragraphs of this meeting, for quotations, searching and “the text is silent”.
  package var paragraphs: [Excerpt]
  /// The share of the meeting's scalars that were damaged beyond repair, 0 to 1.
  package var damaged: Double

  package init(
    title: String? = nil, jurisdiction: Division? = nil, sector: String? = nil, kind: String,
    category: String,
    date: MeetingDate? = nil, dateInferred: Bool = false, dateBasis: MeetingDate.Basis? = nil,
    reviewPeriods: [Period] = [], planPeriods: [Period] = [], officials: [Official] = [],
    priorities: [Priority] = [], otherLists: [OtherList] = [], figures: [Figure] = [],
    paragraphs: [Excerpt] = [], damaged: Double = 0, removedFigures: [RemovedFigure] = [],
    removedTasks: [Priority] = []
  ) {
    self.title = title
    self.jurisdiction = jurisdiction
    self.sector = sector
    self.kind = kind
    self.category = category
    self.date = date
    self.dateInferred = dateInferred
    self.dateBasis = dateBasis
    self.reviewPeriods = reviewPeriods
    self.planPeriods = planPeriods
    self.officials = officials
    self.priorities = priorities
    self.otherLists = otherLists
    self.figures = figures
    self.paragraphs = paragraphs
    self.damaged = damaged
    self.removedFigures = removedFigures
    self.removedTasks = removedTasks
  }
}

extension Meeting {
  /// `440300/民政工作会议/2023-02-21`: division, kind and date; what is unknown is `-`.
  package var id: String {
    "\(jurisdiction?.code ?? "-")/\(kind)/\(date?.description ?? "-")"
  }

  /// `440300/民政/工作会议`: only meetings of one series follow one another.
  package var series: String {
    "\(jurisdiction?.code ?? "-")/\(sector ?? "-")/\(category)"
  }

  /// The year that tasks are set for: the last plan period's, else the meeting's.
  package var planYear: Int? { planPeriods.last?.lastYear ?? date?.year }

  /// True for meetings of one series whose tasks are set for one year: one meeting, though its date be read
  /// otherwise.
  package func isOfOneYear(with other: Meeting) -> Bool {
    series == other.series && planYear == other.planYear
  }

  /// Unicode scalars of the clean text, line ends included: of the fullest report, where several tell of the meeting.
  package var length: Int {
    paragraphs.lazy.filter { $0.document == nil }.reduce(0) { $0 + $1.text.unicodeScalars.count + 1 }
  }
}
