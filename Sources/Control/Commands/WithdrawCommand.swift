// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Minutes

/// `minutectl withdraw MEETING --reason`: takes a meeting out of all comparisons.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a meeting out of all comparisons.",
    discussion: """
      It is kept and shown, and nothing is compared with it any more. What was told of it is withdrawn in the \
      journal, with the reason; the digests of later meetings are corrected. A later report of it is kept and told \
      as a source, and does not bring it back. Needs root or the group minuted-admin.

        minutectl withdraw 990000/民政工作会议/2024-03-08 --reason 网页系伪造
        minutectl withdraw --undo 13 --reason 已核实
      """)

  @Argument(help: "A meeting, by its id or its digest's.", completion: .meetingsAndPlaces) var meeting:
    String?
  @Option(help: "Take back the withdrawal of this number.") var undo: Int?
  @Option(help: "Why; kept and told.") var reason: String

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    guard (meeting == nil) == (undo != nil) else {
      throw ValidationError("name a meeting, or give --undo and the number of a withdrawal")
    }
    try GivenWords.check(reason: reason, "it is kept, and told in the retraction")
  }

  func run() throws {
    if let undo { return try EditReport.ask(["verb": "undo", "edit": String(undo), "reason": reason]) }
    try archive.reading { archive in
      let record = try MeetingLookup(archive: archive).record(meeting ?? "")
      try EditReport.ask(
        [
          "verb": "withdraw", "meeting": record.meeting.id, "provenance": record.provenance.rawValue,
          "reason": reason,
        ], undo: "withdraw")
    }
  }
}
