// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// The years that are missing between the first and the last kept meeting of a series.
struct SeriesGaps {
  let meeting: MeetingSummary
  let held: [Int]
  let missing: [Int]

  /// Nil where none is missing.
  init?(_ meetings: [MeetingSummary]) {
    let held = Set(meetings.compactMap(\.planYear)).sorted()
    guard let first = held.first, let last = held.last, last - first < 300, let meeting = meetings.last else {
      return nil
    }
    self.meeting = meeting
    self.held = held
    missing = (first...last).filter { !held.contains($0) }
    if missing.isEmpty { return nil }
  }

  static func listing(_ meetings: [MeetingSummary]) -> Listing {
    let series = Dictionary(grouping: meetings) { "\($0.series) \($0.provenance == .invented)" }
    let gaps = series.sorted { $0.key < $1.key }.compactMap { SeriesGaps($0.value) }
    return Listing(objects: gaps.map(\.value)) {
      let rows = gaps.map { gap in
        [
          gap.meeting.name ?? "-", gap.meeting.kind, "\(gap.held[0])—\(gap.held[gap.held.count - 1])",
          gap.missing.map(String.init).joined(separator: "、"),
          gap.meeting.provenance == .invented ? "虚构" : "",
        ]
      }
      return [Columns.text(rows, header: ["辖区", "会议", "馆藏", "缺", "来历"])]
    }
  }

  private var value: JSONValue {
    .object([
      "series": .string(meeting.series), "jurisdiction": .optional(meeting.name),
      "division": .optional(meeting.division), "held": .array(held.map(JSONValue.integer)),
      "missing": .array(missing.map(JSONValue.integer)), "invented": .bool(meeting.provenance == .invented),
    ])
  }
}
