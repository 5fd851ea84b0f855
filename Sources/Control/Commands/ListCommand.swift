// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import Lexicon
internal import Minutes

/// `minutectl list`: the meetings that are kept, oldest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the meetings that are kept.",
    discussion: """
      Oldest first, and only the latest 200 unless --limit says otherwise. --since and --until are about when \
      a report came in, --meeting-since and --meeting-until about when the meeting was held; there 2023-03 is \
      the whole month.

        minutectl list --division 广东 --year 2023
        minutectl list --since yesterday
        minutectl list --held
        minutectl list --level prefecture --meeting-since 2023-03 --meeting-until 2024
      """)

  @OptionGroup var selection: Selection

  @Option(help: "Only meetings held on this date or later.", transform: CivilDate.option)
  var meetingSince: MeetingDate?

  @Option(help: "Only meetings held on this date or earlier.", transform: CivilDate.option)
  var meetingUntil: MeetingDate?

  @Flag(help: "What is on hold instead: read and kept, and told only when it is released.")
  var held = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var time: TimeWindow

  @Option(name: [.customShort("n"), .long], help: "At most this many, the latest; 0 for all.")
  var limit = 200

  @Flag(help: "All of them: the same as --limit 0.")
  var all = false

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit \(limit) is negative; give 0 for all") }
    if held, !isWhole { throw ValidationError("--held lists all that is on hold; give it alone") }
  }

  func run() throws {
    try Failure.reported { try archive.reading(list) }
  }

  private func list(_ archive: MeetingArchive) throws {
    if held { return showHeld(HeldTable(files: try archive.held())) }
    // The tables are read only where a name must be looked up.
    let divisions = try selection.division.map { _ in try lexicon.reader().vocabulary.divisions }
    var filter = try selection.filter(
      PlaceLookup(archive: archive, divisions: divisions ?? DivisionTable([])))
    (filter.since, filter.until) = (meetingSince, meetingUntil)
    filter.arrivals = try time.range.map { try archive.arrivals(taken: $0) }
    // One more tells whether there are others.
    let limit = all ? 0 : limit
    filter.limit = limit > 0 && limit < .max ? limit + 1 : nil
    let found = try archive.meetings(filter, latestFirst: true)
    let meetings = Array(found.prefix(limit > 0 ? limit : .max).reversed())
    if meetings.count < found.count { output.note("…更早还有；--limit 0 列出全部") }
    let lookup = ValidityLookup(archive: archive)
    show(try meetings.map { ($0, try MeetingStanding($0, lookup)) })
    if isWhole, !output.isJSON, let count = try archive.onHold() {
      output.note("另有保留未发 \(count) 份；minutectl list --held 列出")
    }
  }

  private func showHeld(_ table: HeldTable) {
    if output.isJSON {
      for value in table.values { output.object(value) }
    } else if table.files.isEmpty {
      output.line("没有保留的文件")
    } else {
      output.table(table.rows, header: HeldTable.header)
    }
  }

  private func show(_ meetings: [(MeetingSummary, MeetingStanding)]) {
    if output.isJSON {
      for (meeting, standing) in meetings { output.object(Self.value(meeting, standing)) }
    } else if meetings.isEmpty {
      output.line(isWhole ? "没有会议；把报道放入收件目录，或 minutectl import DIR" : "没有符合条件的会议")
    } else {
      let header = ["日期", "辖区", "会议", "报道", "摘要", "来历"]
      let isPlain = meetings.allSatisfy { $0.1.notes.isEmpty }
      let rows = meetings.map { meeting, standing in
        Self.row(meeting) + (isPlain ? [] : [standing.notes.joined(separator: "；")])
      }
      output.table(rows, header: header + (isPlain ? [] : ["现状"]))
    }
  }

  /// True where no meeting was left out.
  private var isWhole: Bool {
    selection.isEmpty && meetingSince == nil && meetingUntil == nil && time.range == nil
  }

  private static func row(_ meeting: MeetingSummary) -> [String] {
    [
      meeting.date?.description ?? "-", meeting.name ?? "-", meeting.kind,
      String(meeting.documents),
      (meeting.digestID ?? meeting.retractedID).map { String($0.prefix(8)) } ?? "-",
      meeting.provenance == .report ? "" : meeting.provenance == .invented ? "虚构" : "改写",
    ]
  }

  private static func value(_ meeting: MeetingSummary, _ standing: MeetingStanding) -> JSONValue {
    standing.beside([
      "id": .string(meeting.id), "title": .optional(meeting.title),
      "date": .optional(meeting.date?.description),
      "jurisdiction": .optional(meeting.name), "division": .optional(meeting.division),
      "sector": .optional(meeting.sector), "series": .string(meeting.series),
      "year": meeting.planYear.map(JSONValue.integer) ?? .null, "documents": .integer(meeting.documents),
      "digest": .optional(meeting.digestID), "retracted": .optional(meeting.retractedID),
      "provenance": .string(meeting.provenance.rawValue),
    ])
  }
}
