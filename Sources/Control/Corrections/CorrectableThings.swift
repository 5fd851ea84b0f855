// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes
internal import Reading

/// What of a meeting can be put right, under the names by which it is asked for.
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
    lines += meeting.figures.enumerated().map { place, figure in
      let parts = [figure.period?.rawValue, figure.indicator, figure.text(of: .value), figure.quantity.unit]
      let said = parts.compactMap(\.self).joined(separator: " ")
      return "  /figure:\(place + 1)  \(said)  “\(figure.excerpt.text)”"
    }
    return lines.map { Sanitised.text($0) }.joined(separator: "\n")
  }
}
