// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A meeting for people: who met, the tasks, the figures, and where each stands.
package enum MeetingText {
  /// One line each, indented by two; foreign text is not yet made safe.
  package static func lines(_ meeting: Meeting) -> [String] {
    let date = meeting.date?.description ?? "日期不明"
    let place = meeting.jurisdiction?.fullName ?? "辖区不明"
    var lines = ["  \(place)　\(meeting.kind)　\(date)\(meeting.dateInferred ? "（推定）" : "")　\(meeting.id)"]
    if let title = meeting.title { lines.append("  《\(title)》") }
    lines += meeting.officials.map { "  \($0.part)　\($0.role)\($0.name)" }
    if !meeting.priorities.isEmpty { lines.append("  重点 \(meeting.priorities.count)项") }
    lines += meeting.priorities.map { "    \($0.rank) \($0.head)  \($0.excerpt.mark)" }
    if !meeting.figures.isEmpty { lines.append("  数字 \(meeting.figures.count)项") }
    return lines
      + meeting.figureSlots.enumerated().map { place, slot in
        line(slot.figure, number: place + 1) + (slot.isRemoved ? "  （人工已去掉）" : "")
      }
  }

  /// A figure on one line: its number where it has one, period, indicator, quotation, place.
  package static func line(_ figure: Figure, number: Int? = nil) -> String {
    let number = number.map { "\($0) " } ?? ""
    let period = figure.period.map { "\($0.rawValue) " } ?? ""
    return "    \(number)\(period)\(figure.indicator)：“\(figure.excerpt.text)”  \(figure.excerpt.mark)"
  }
}
