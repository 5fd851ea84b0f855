// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes
internal import Reading

/// What of a meeting can be put right, under the names by which it is asked for.
///
/// A figure that was taken out keeps its number, so that no other is hit by a number that somebody has noted.
enum CorrectableThings {
  static func text(_ record: Record) -> String {
    let meeting = record.meeting
    let fields: [(Amendment.Field, String)] = [
      (.date, "--date"), (.jurisdiction, "--place"), (.kind, "--kind"), (.sector, "--sector"),
      (.period, "--period"),
    ]
    var lines = [meeting.id]
    lines += fields.map { "  \($0.1) \(meeting.text(of: $0.0) ?? "-")" }
    lines += meeting.priorities.map { task in
      "  /priority:\(task.rank)  \(task.head)  \(task.topics.first ?? "-")"
    }
    lines += meeting.removedTasks.map { "  （人工已去掉）\($0.head)" }
    lines += meeting.figureSlots.enumerated().map { place, slot in
      let figure = slot.figure
      let parts = [figure.period?.rawValue, figure.indicator, figure.text(of: .value), figure.quantity.unit]
      let said = parts.compactMap(\.self).joined(separator: " ")
      let removed = slot.isRemoved ? "  （人工已去掉）" : ""
      return "  /figure:\(place + 1)  \(said)  “\(figure.excerpt.text)”\(removed)"
    }
    return lines.map { Sanitised.text($0) }.joined(separator: "\n")
  }
}
