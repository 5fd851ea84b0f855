// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
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
      if output.isJSON {
        output.object(RecordJSON.value(record))
      } else {
        output.line(RecordText.text(record))
        let key = MeetingKey(id: record.meeting.id, provenance: record.provenance)
        if let edit = try archive.withdrawal(of: key) {
          let reason = Sanitised.text(edit.reason)
          output.line("  已人工撤回（\(reason)），不作比较；要恢复：minutectl withdraw --undo \(edit.id) --reason …")
        }
      }
    }
  }
}
