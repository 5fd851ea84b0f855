// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Minutes

/// `minutectl show MEETING`: what is kept of a meeting, with the documents that tell of it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a meeting that is kept.")

  @Argument(help: "A meeting's id, or the beginning of one, as minutectl list prints it.")
  var meeting: String

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if meeting.isEmpty { throw ValidationError("the id of the meeting is empty; minutectl list shows ids") }
  }

  func run() throws {
    try archive.reading { archive in
      let record = try Lookup.only(try archive.records(prefix: meeting), "meeting", meeting)
      if json {
        Output.write(Self.value(record).text() + [0x0A])
      } else {
        Output.line(RecordText.text(record))
      }
    }
  }

  private static func value(_ record: Record) -> JSONValue {
    let documents = record.documents.map { document in
      JSONValue.object([
        "file": .string(document.name), "sha256": .string(document.sha256),
        "provenance": .string(document.provenance.rawValue),
      ])
    }
    return .object([
      "meeting": MeetingJSON.value(record.meeting), "documents": .array(documents),
      "sources": .strings(record.sources), "provenance": .string(record.provenance.rawValue),
    ])
  }
}
