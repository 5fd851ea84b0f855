// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// Ranks, figures and targets of many meetings as one long table, a value a row: what statistics programs
/// read.
enum LongTable {
  static let header = [
    "jurisdiction", "division", "meeting", "year", "kind", "name", "unit", "measure", "value", "text",
    "state", "at",
  ]

  /// The rank of each line of work in each meeting; state is `inside` where it stands in a task about more.
  static func ranks(_ records: [Record], _ topics: [TopicNames.Name]) -> [[CSVCell]] {
    records.flatMap { record in
      topics.compactMap { topic in
        TopicRank(topic.topic, in: record.meeting).map { rank in
          place(record.meeting) + [
            .text(record.meeting.id), .optional(record.meeting.planYear), .text("rank"), .text(topic.name),
            .empty,
            .empty, .integer(rank.rank), .text(rank.text), .text(rank.isOwn ? "own" : "inside"), .empty,
          ]
        }
      }
    }
  }

  /// The results of a series of figures.
  static func figures(_ series: FigureSeries, of meeting: Meeting?) -> [[CSVCell]] {
    series.results.map { point in
      row(point.figure, "figure", series, meeting, at: point.meeting, year: point.year, state: .empty)
    }
  }

  /// A target and what became of it; `year` is the one it is due in.
  static func target(_ entry: TargetRegister.Entry, of meeting: Meeting?) -> [CSVCell] {
    row(
      entry.target, "target", nil, meeting, at: entry.meeting, year: entry.due,
      state: .text(entry.state.rawValue))
  }

  private static func row(
    _ figure: Figure, _ kind: String, _ series: FigureSeries?, _ meeting: Meeting?, at id: String, year: Int?,
    state: CSVCell
  ) -> [CSVCell] {
    place(meeting) + [
      .text(id), .optional(year), .text(kind), .text(figure.indicator), .text(figure.quantity.unit),
      .optional(series?.measure), .optional(figure.quantity.value), .text(Amounts.text(figure.quantity)),
      state,
      .text(figure.excerpt.place),
    ]
  }

  private static func place(_ meeting: Meeting?) -> [CSVCell] {
    [.optional(meeting?.jurisdiction?.fullName), .optional(meeting?.jurisdiction?.code)]
  }
}
