// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import FoundationEssentials
internal import Minutes

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

  static func priorities(of record: Record) -> [[CSV.Cell]] {
    record.meeting.priorities.map { priority in
      meeting(record) + [
        .value(String(priority.rank)), .text(priority.marker), .text(priority.head), .text(priority.body),
        .value(priority.topics.joined(separator: " ")), .text(priority.terms.joined(separator: "、")),
      ] + place(priority.excerpt, record) + [.value(share(priority.confidence))]
    }
  }

  static func figures(of record: Record) -> [[CSV.Cell]] {
    record.meeting.figures.map { figure in
      let quantity = figure.quantity
      return meeting(record) + [
        .text(figure.indicator), .value(quantity.value?.description), .value(quantity.low?.description),
        .value(quantity.high?.description), .text(quantity.unit), .value(quantity.dimension.rawValue),
        .value(quantity.qualifier.rawValue), .value(figure.aspect.rawValue), .value(figure.period?.rawValue),
        .value(figure.comparedTo?.rawValue), .value(figure.topic), .text(figure.excerpt.text),
      ] + place(figure.excerpt, record) + [.value(share(figure.confidence))]
    }
  }

  /// A change as the journal has it.
  static func change(_ entry: Entry) -> [CSV.Cell] {
    changes.map { words.contains($0) ? .text(entry[$0.rawValue]) : .value(entry[$0.rawValue]) }
  }

  /// The fields that hold words of a report; all others are made by us, and -5 is a number there.
  private static let words: Set<JournalField> = [
    .jurisdiction, .subject, .indicator, .unit, .wordingFrom, .wordingTo, .quoteFrom, .quoteTo, .message,
  ]

  private static func meeting(_ record: Record) -> [CSV.Cell] {
    let meeting = record.meeting
    return [
      .text(meeting.id), .value(meeting.date?.description), .text(meeting.jurisdiction?.fullName),
      .value(meeting.jurisdiction?.code), .value(meeting.jurisdiction?.level.rawValue), .text(meeting.sector),
      .text(meeting.kind), .value(meeting.planPeriods.map(\.rawValue).joined(separator: " ")),
      .value(record.provenance.rawValue),
    ]
  }

  private static func place(_ excerpt: Excerpt, _ record: Record) -> [CSV.Cell] {
    [
      .value(excerpt.page.map(String.init)), .value(String(excerpt.paragraph)), .value(String(excerpt.span.start)),
      .value(String(excerpt.span.end)), .value(record.document(of: excerpt)?.sha256),
    ]
  }

  private static func share(_ value: Double) -> String {
    String(decoding: JSONValue.share(value).text(), as: UTF8.self)
  }
}
