// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What `minutectl read` prints for people: each meeting with its tasks and figures, and where they stand.
package enum ReportText {
  package static func text(_ report: Report, _ envelope: ReportJSON.Envelope) -> String {
    var lines = [envelope.file + damageNote(report)]
    if report.meetings.isEmpty {
      lines.append("  不是会议报道（\(report.reason?.rawValue ?? "no-meeting")）")
      lines += report.figures.map(figure)
    }
    for meeting in report.meetings { lines += self.lines(of: meeting) }
    lines += report.mentions.map { "  仅有标题：\($0)" }
    return lines.map { Sanitised.text($0) }.joined(separator: "\n")
  }

  private static func damageNote(_ report: Report) -> String {
    let kinds = report.damage.filter { $0.count > 0 }.map { "\($0.kind) \($0.count)" }
    return kinds.isEmpty ? "" : "（修补：\(kinds.joined(separator: "、"))）"
  }

  private static func lines(of meeting: Meeting) -> [String] {
    let date = meeting.date?.description ?? "日期不明"
    let place = meeting.jurisdiction?.fullName ?? "辖区不明"
    var lines = ["  \(place)　\(meeting.kind)　\(date)\(meeting.dateInferred ? "（推定）" : "")　\(meeting.id)"]
    if let title = meeting.title { lines.append("  《\(title)》") }
    lines += meeting.officials.map { "  \($0.part)　\($0.role)\($0.name)" }
    if !meeting.priorities.isEmpty { lines.append("  重点 \(meeting.priorities.count)项") }
    lines += meeting.priorities.map { "    \($0.rank) \($0.head)  ¶\($0.excerpt.paragraph)" }
    if !meeting.figures.isEmpty { lines.append("  数字 \(meeting.figures.count)项") }
    lines += meeting.figures.map(figure)
    return lines
  }

  private static func figure(_ figure: Figure) -> String {
    let period = figure.period.map { "\($0.rawValue) " } ?? ""
    return "    \(period)\(figure.indicator)：“\(figure.excerpt.text)”  ¶\(figure.excerpt.paragraph)"
  }
}
