// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A meeting, a priority, a figure as the contract writes them in JSON.
package struct MeetingJSON: Sendable {
  package static func value(_ meeting: Meeting) -> JSONValue {
    .object([
      "id": .string(meeting.id), "title": .optional(meeting.title),
      "jurisdiction": jurisdiction(meeting.jurisdiction),
      "sector": .optional(meeting.sector), "kind": .string(meeting.kind), "series": .string(meeting.series),
      "date": .optional(meeting.date?.description),
      "date_precision": .string(meeting.date?.precision.rawValue ?? "none"),
      "date_inferred": .bool(meeting.dateInferred),
      "review_period": .strings(meeting.reviewPeriods.map(\.rawValue)),
      "plan_period": .strings(meeting.planPeriods.map(\.rawValue)),
      "officials": .array(meeting.officials.map(official)),
      "priorities": .array(meeting.priorities.map(priority)),
      "other_lists": .array(meeting.otherLists.map(list)), "figures": .array(meeting.figures.map(figure)),
    ])
  }

  package static func figure(_ figure: Figure) -> JSONValue {
    let members: JSONValue.Members = [
      "quote": .string(figure.excerpt.text), "indicator": .string(figure.indicator),
      "value": .optional(figure.quantity.value), "low": .optional(figure.quantity.low),
      "high": .optional(figure.quantity.high), "unit": .string(figure.quantity.unit),
      "dimension": .string(figure.quantity.dimension.rawValue),
      "qualifier": .string(figure.quantity.qualifier.rawValue), "aspect": .string(figure.aspect.rawValue),
      "period": .optional(figure.period?.rawValue), "compare_to": .optional(figure.comparedTo?.rawValue),
      "topic": .optional(figure.topic), "span": span(figure.excerpt.span),
      "paragraph": .integer(figure.excerpt.paragraph), "confidence": .share(figure.confidence),
    ]
    return .object(members.with("page", figure.excerpt.page))
  }

  static func jurisdiction(_ division: Division?) -> JSONValue {
    guard let division else { return .null }
    return .object([
      "name": .string(division.fullName), "code": .string(division.code),
      "level": .string(division.level.rawValue),
    ])
  }

  private static func official(_ official: Official) -> JSONValue {
    .object(["name": .string(official.name), "role": .string(official.role), "part": .string(official.part)])
  }

  private static func priority(_ priority: Priority) -> JSONValue {
    let members: JSONValue.Members = [
      "rank": .integer(priority.rank), "marker": .optional(priority.marker), "head": .string(priority.head),
      "body": .string(priority.body), "topics": .strings(priority.topics), "terms": .strings(priority.terms),
      "span": span(priority.excerpt.span), "paragraph": .integer(priority.excerpt.paragraph),
      "confidence": .share(priority.confidence),
    ]
    return .object(members.with("page", priority.excerpt.page))
  }

  private static func list(_ list: OtherList) -> JSONValue {
    .object([
      "about": .string(list.about.rawValue), "by": .optional(list.by),
      "items": .array(
        list.items.map {
          .object(["rank": .integer($0.rank), "marker": .optional($0.marker), "head": .string($0.head)])
        }),
    ])
  }

  private static func span(_ span: Span) -> JSONValue { .array([.integer(span.start), .integer(span.end)]) }
}
