// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import FoundationEssentials
internal import Minutes
internal import Pages

/// What can be exported as a table, a row each.
enum ExportTable {
  static let priorities =
    meeting + ["rank", "marker", "head", "body", "topics", "terms"] + place + ["confidence"]

  static let figures =
    meeting + [
      "indicator", "value", "low", "high", "unit", "dimension", "qualifier", "aspect", "period", "compare_to",
      "topic", "quote",
    ] + place + ["confidence"]

  static let changes: [JournalField] = [
    .entryID, .digestID, .meetingID, .jurisdiction, .division, .level, .sector, .date, .year, .provenance,
    .relation, .baselineID, .change, .subject, .topic, .weight, .confidence, .rankFrom, .rankTo, .indicator,
    .unit, .valueFrom, .valueTo, .delta, .percent, .rate, .period, .wordingFrom, .wordingTo, .quoteFrom,
    .atFrom, .quoteTo, .atTo, .message,
  ]

  private static let meeting = [
    "meeting", "date", "jurisdiction", "division", "level", "sector", "kind", "plan_period", "provenance",
  ]
  private static let place = ["page", "paragraph", "start", "end", "sha256"]

  static func priorities(of record: Record) -> [[CSVCell]] {
    record.meeting.priorities.map { priority in
      meeting(record) + [
        .integer(priority.rank), .optional(priority.marker), .text(priority.head), .text(priority.body),
        .text(priority.topics.joined(separator: " ")), .text(priority.terms.joined(separator: "、")),
      ] + place(priority.excerpt, record) + [share(priority.confidence)]
    }
  }

  static func figures(of record: Record) -> [[CSVCell]] {
    record.meeting.figures.map { figure in
      let quantity = figure.quantity
      return meeting(record) + [
        .text(figure.indicator), .optional(quantity.value), .optional(quantity.low), .optional(quantity.high),
        .text(quantity.unit), .text(quantity.dimension.rawValue), .text(quantity.qualifier.rawValue),
        .text(figure.aspect.rawValue), .optional(figure.period?.rawValue),
        .optional(figure.comparedTo?.rawValue),
        .optional(figure.topic), .text(figure.excerpt.text),
      ] + place(figure.excerpt, record) + [share(figure.confidence)]
    }
  }

  /// A change as the journal has it.
  static func change(_ entry: Entry) -> [CSVCell] {
    changes.map { field in
      let number = numbers.contains(field) ? entry[field.rawValue].flatMap { Decimal(string: $0) } : nil
      return number.map(CSVCell.number) ?? .optional(entry[field.rawValue])
    }
  }

  /// The fields that hold numbers, which may begin like a formula: -5.
  private static let numbers: Set<JournalField> = [
    .rankFrom, .rankTo, .valueFrom, .valueTo, .delta, .percent, .rate,
  ]

  private static func meeting(_ record: Record) -> [CSVCell] {
    let meeting = record.meeting
    return [
      .text(meeting.id), .optional(meeting.date?.description), .optional(meeting.jurisdiction?.fullName),
      .optional(meeting.jurisdiction?.code), .optional(meeting.jurisdiction?.level.rawValue),
      .optional(meeting.sector), .text(meeting.kind),
      .text(meeting.planPeriods.map(\.rawValue).joined(separator: " ")), .text(record.provenance.rawValue),
    ]
  }

  private static func place(_ excerpt: Excerpt, _ record: Record) -> [CSVCell] {
    [
      .optional(excerpt.page), .integer(excerpt.paragraph), .integer(excerpt.span.start),
      .integer(excerpt.span.end), .optional(record.document(of: excerpt)?.sha256),
    ]
  }

  private static func share(_ value: Double) -> CSVCell {
    guard case .decimal(let share) = JSONValue.share(value) else { return .empty }
    return .number(share)
  }
}
