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
      let record = try record(archive)
      if output.isJSON {
        output.object(RecordJSON.value(record))
      } else {
        output.line(RecordText.text(record))
      }
    }
  }

  /// The meeting that is named: by its own id, by that of its digest, or by its place.
  private func record(_ archive: MeetingArchive) throws -> Record {
    var found = try archive.records(prefix: meeting, limit: Lookup.most)
    if found.isEmpty, MeetingReport.names(meeting) {
      let kept = try Lookup.only(
        try archive.digests(prefix: meeting, limit: Lookup.most), "digest", meeting, Lookup.label)
      found = try archive.record(id: kept.meetingID, provenance: kept.provenance).map { [$0] } ?? []
    }
    let places = found.isEmpty ? try archive.divisions(named: meeting) : []
    let prefix = places.count == 1 ? places[0].code + "/" : meeting
    if places.count == 1 { found = try archive.records(prefix: prefix, limit: Lookup.most) }
    return try Lookup.only(found, "meeting", prefix, Lookup.label)
  }
}
