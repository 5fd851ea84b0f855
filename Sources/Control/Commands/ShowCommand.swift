// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import Minutes

/// `minutectl show MEETING`: what is kept of a meeting, with the documents that tell of it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a meeting that is kept.")

  @Argument(
    help: "A meeting's or its digest's id, or the beginning of one, as minutectl list prints it; or a place.",
    completion: .meetingsAndPlaces)
  var meeting: String

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if meeting.isEmpty { throw ValidationError("the id of the meeting is empty; minutectl list shows ids") }
  }

  func run() throws {
    try archive.reading { archive in
      let record = try MeetingLookup(archive: archive).record(meeting)
      let standing = try MeetingStanding(record, ValidityLookup(archive: archive))
      if output.isJSON {
        output.object(standing.beside(RecordJSON.members(record)))
      } else {
        output.line(([RecordText.text(record)] + standing.lines.map { "  " + $0 }).joined(separator: "\n"))
      }
    }
  }
}
