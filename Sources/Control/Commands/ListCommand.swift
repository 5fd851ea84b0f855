// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Minutes

/// `minutectl list`: the meetings that are kept, oldest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the meetings that are kept.")

  @Option(help: "Only this division and those below it, by the head of its code: 44 is Guangdong.")
  var division: String?

  @Option(help: "Only this sector, such as 民政.")
  var sector: String?

  @Option(help: "Only tasks for this year.")
  var year: Int?

  @Flag(help: "Print one JSON object a meeting, one a line.")
  var json = false

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try archive.reading { archive in
      let meetings = try archive.meetings(MeetingFilter(division: division, sector: sector, year: year))
      if json {
        for meeting in meetings { Output.write(Self.value(meeting).text() + [0x0A]) }
      } else if meetings.isEmpty {
        Output.line("没有会议；把报道放入收件目录，或 minutectl import DIR")
      } else {
        Output.line(Columns.text(meetings.map(Self.row), header: ["日期", "辖区", "会议", "报道", "摘要", "来历"]))
      }
    }
  }

  private static func row(_ meeting: MeetingSummary) -> [String] {
    [
      meeting.date?.description ?? "-", meeting.name ?? "-", kind(meeting),
      String(meeting.documents), meeting.digestID.map { String($0.prefix(8)) } ?? "-",
      meeting.provenance == .report ? "" : meeting.provenance == .invented ? "虚构" : "改写",
    ]
  }

  private static func value(_ meeting: MeetingSummary) -> JSONValue {
    .object([
      "id": .string(meeting.id), "title": .optional(meeting.title), "date": .optional(meeting.date?.description),
      "jurisdiction": .optional(meeting.name), "division": .optional(meeting.division),
      "sector": .optional(meeting.sector), "series": .string(meeting.series),
      "year": meeting.planYear.map(JSONValue.integer) ?? .null, "documents": .integer(meeting.documents),
      "digest": .optional(meeting.digestID), "provenance": .string(meeting.provenance.rawValue),
    ])
  }

  /// The middle part of the id.
  private static func kind(_ meeting: MeetingSummary) -> String {
    meeting.id.split(separator: "/").dropFirst().first.map(String.init) ?? "-"
  }
}
