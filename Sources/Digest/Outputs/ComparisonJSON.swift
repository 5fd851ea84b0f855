// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Minutes

/// What `minutectl diff --json` prints, key by key as the contract has it.
package enum ComparisonJSON {
  package static func value(_ comparison: Comparison, baseline: Meeting, meeting: Meeting) -> JSONValue {
    .object([
      "baseline": side(baseline), "meeting": side(meeting), "relation": .string(comparison.relation.rawValue),
      "priorities": .array(comparison.priorities.map(link)), "figures": .array(comparison.figures.map(pair)),
      "formulations": .array(
        comparison.formulations.map {
          .object(["kind": .string($0.kind.rawValue), "text": .string($0.text), "scope": .string($0.scope)])
        }),
      "length": .object(["from": .integer(comparison.lengthFrom), "to": .integer(comparison.lengthTo)]),
      "damage": .object(["from": .share(comparison.damageFrom), "to": .share(comparison.damageTo)]),
    ])
  }

  private static func side(_ meeting: Meeting) -> JSONValue {
    .object([
      "id": .string(meeting.id), "title": .optional(meeting.title),
      "date": .optional(meeting.date?.description),
    ])
  }

  private static func link(_ link: PriorityLink) -> JSONValue {
    .object([
      "kind": .string(link.kind.rawValue), "from": .array(link.from.map(JSONValue.integer)),
      "to": .array(link.to.map(JSONValue.integer)), "moved": .bool(link.moved),
      "similarity": link.similarity.map { .share($0, places: 3) } ?? .null,
      "confidence": .share(link.confidence),
      "wording": .array(link.wording.map { .strings([$0.side.rawValue, $0.text]) }),
      "new_terms": .strings(link.newTerms), "lost_terms": .strings(link.lostTerms),
      "stated": .optional(link.stated?.text),
    ])
  }

  private static func pair(_ pair: FigurePair) -> JSONValue {
    .object([
      "kind": .string(pair.kind.rawValue), "indicator": .string(pair.indicator), "unit": .string(pair.unit),
      "from": pair.from.map(MeetingJSON.figure) ?? .null, "to": pair.to.map(MeetingJSON.figure) ?? .null,
      "delta": .optional(pair.delta), "percent": .optional(pair.percent),
      "confidence": .share(pair.confidence),
      "note": .optional(pair.note?.rawValue),
    ])
  }
}
