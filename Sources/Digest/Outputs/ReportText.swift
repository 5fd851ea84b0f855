// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What `minutectl read` prints for people: each meeting with its tasks and figures, and where they stand.
package enum ReportText {
  package static func text(_ report: Report, _ envelope: ReportJSON.Envelope) -> String {
    var lines = [envelope.file + damageNote(report)]
    if report.meetings.isEmpty {
      lines.append("  不是会议报道（\(report.reason?.rawValue ?? "no-meeting")）")
      lines += report.figures.map { MeetingText.line($0) }
    }
    for meeting in report.meetings { lines += MeetingText.lines(meeting) }
    lines += report.mentions.map { "  仅有标题：\($0)" }
    return lines.map { Sanitised.text($0) }.joined(separator: "\n")
  }

  private static func damageNote(_ report: Report) -> String {
    let kinds = report.damage.filter { $0.count > 0 }.map { "\($0.kind) \($0.count)" }
    return kinds.isEmpty ? "" : "（修补：\(kinds.joined(separator: "、"))）"
  }
}
