// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import FoundationEssentials

/// `minutectl rejected`: the files that were refused, each with what is wrong and what to do.
struct RejectedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejected", abstract: "List the files that were refused, and why.",
    discussion: """
      Latest first. A file that was put right and dropped again is a new arrival; one that is refused for \
      the configuration's sake, or for a tool that was missing, is read again by minutectl retry.

        minutectl rejected
        minutectl rejected --json --limit 0
      """)

  @Option(help: "How many at most; 0 for all.")
  var limit = 50

  @Flag(help: "Print one JSON object a file, one a line.")
  var json = false

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit \(limit) is negative; give 0 for all") }
  }

  func run() throws {
    try archive.reading { archive in
      let refused = try archive.refused(limit: limit == 0 ? .max : limit)
      if json {
        for file in refused { Output.write(Self.value(file).text() + [0x0A]) }
      } else if refused.isEmpty {
        Output.line("没有拒收的文件")
      } else {
        Output.line(Columns.text(refused.map(Self.row), header: ["编号", "时间", "文件", "原因"]))
      }
    }
  }

  private static func row(_ refused: Refused) -> [String] {
    let file = refused.arrival.file
    return [
      String(refused.arrival.id), Moment.text(refused.taken), Sanitised.text(file.display),
      Sanitised.text(story(refused) ?? refused.arrival.reason ?? ""),
    ]
  }

  /// What is wrong and what to do, without the file's name, which the entry says first.
  private static func story(_ refused: Refused) -> String? {
    guard let message = refused.entry.flatMap(Entry.init(bytes:))?["MESSAGE"] else { return nil }
    let head = "拒收 \(refused.arrival.file.display)："
    return message.hasPrefix(head) ? String(message.dropFirst(head.count)) : message
  }

  private static func value(_ refused: Refused) -> JSONValue {
    let arrival = refused.arrival
    return .object([
      "id": .integer(Int(arrival.id)), "file": .string(arrival.file.display),
      "sha256": .optional(arrival.file.sha256),
      "size": .integer(Int(arrival.file.size)), "reason": .optional(arrival.reason),
      "story": .optional(story(refused)),
      "taken": .string(Moment.text(refused.taken)),
    ])
  }
}
