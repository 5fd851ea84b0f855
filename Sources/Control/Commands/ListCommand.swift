// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Lexicon
internal import Minutes

/// `minutectl list`: the meetings that are kept, oldest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the meetings that are kept.",
    discussion: """
      Oldest first. The dates are those of the meetings, not of their arrival; 2023-03 is the whole month.

        minutectl list --division 广东 --year 2023
        minutectl list --level prefecture --meeting-since 2023-03 --meeting-until 2024
      """)

  @OptionGroup var selection: Selection

  @Option(help: "Only meetings held on this date or later.")
  var meetingSince: MeetingDate?

  @Option(help: "Only meetings held on this date or earlier.")
  var meetingUntil: MeetingDate?

  @Flag(help: "Print one JSON object a meeting, one a line.")
  var json = false

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try Failure.reported { try archive.reading(list) }
  }

  private func list(_ archive: MeetingArchive) throws {
    // The tables are read only where a name must be looked up.
    let divisions = try selection.division.map { _ in try lexicon.reader().vocabulary.divisions }
    var filter = try selection.filter(PlaceLookup(archive: archive, divisions: divisions ?? DivisionTable([])))
    (filter.since, filter.until) = (meetingSince, meetingUntil)
    let meetings = try archive.meetings(filter)
    if json {
      for meeting in meetings { Output.write(Self.value(meeting).text() + [0x0A]) }
    } else if meetings.isEmpty {
      Output.line(
        selection.isEmpty && meetingSince == nil && meetingUntil == nil
          ? "没有会议；把报道放入收件目录，或 minutectl import DIR" : "没有符合条件的会议")
    } else {
      Output.line(Columns.text(meetings.map(Self.row), header: ["日期", "辖区", "会议", "报道", "摘要", "来历"]))
    }
  }

  private static func row(_ meeting: MeetingSummary) -> [String] {
    [
      meeting.date?.description ?? "-", meeting.name ?? "-", meeting.kind,
      String(meeting.documents), meeting.digestID.map { String($0.prefix(8)) } ?? "-",
      meeting.provenance == .report ? "" : meeting.provenance == .invented ? "虚构" : "改写",
    ]
  }

  private static func value(_ meeting: MeetingSummary) -> JSONValue {
    .object([
      "id": .string(meeting.id), "title": .optional(meeting.title),
      "date": .optional(meeting.date?.description),
      "jurisdiction": .optional(meeting.name), "division": .optional(meeting.division),
      "sector": .optional(meeting.sector), "series": .string(meeting.series),
      "year": meeting.planYear.map(JSONValue.integer) ?? .null, "documents": .integer(meeting.documents),
      "digest": .optional(meeting.digestID), "provenance": .string(meeting.provenance.rawValue),
    ])
  }
}

extension MeetingDate: ExpressibleByArgument {
  /// 2023-02-21, 2023-02 or 2023.
  init?(argument: String) { self.init(iso: argument) }
}
