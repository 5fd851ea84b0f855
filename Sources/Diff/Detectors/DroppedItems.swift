// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Priorities of the baseline that the meeting is silent about.
///
/// A short or damaged text drops everything that a full one has, so its silence is of low confidence; a
/// sentence of the report itself makes it sure.
enum DroppedItems {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    let history = Lineage(side)
    // A report that lists no tasks at all has given up none.
    let unsure = !SilenceWeight.speaks(side) || side.meeting.priorities.isEmpty
    let percent = side.comparison.lengthPercent ?? 100
    let isBrief = side.relation == .previous && percent < SilenceWeight.fullLength
    return side.comparison.priorities.filter { $0.kind == .dropped }.map { link in
      var change = side.change(.dropped, link, rule: "dropped-items")
      change.stated = link.stated
      change.seen = history.sightings(ofDropped: link.from[0])
      if let stated = link.stated {
        change.to = [Change.Evidence(meeting: side.meeting.id, excerpt: stated)]
        change.confidence = .high
      } else if unsure {
        change.confidence = .low
      } else if isBrief, change.confidence == .high {
        change.confidence = .medium
      }
      return change
    }
  }
}
