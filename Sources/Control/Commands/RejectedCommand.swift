// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
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

  @OptionGroup var time: TimeWindow

  @Option(name: [.customShort("n"), .long], help: "At most this many, the latest; 0 for all.")
  var limit = 50

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit \(limit) is negative; give 0 for all") }
  }

  func run() throws {
    try archive.reading { archive in
      // One more tells whether there are others.
      let found = try archive.refused(limit: limit == 0 || limit == .max ? .max : limit + 1, in: time.range)
      let refused = Array(found.prefix(limit == 0 ? .max : limit))
      if output.isJSON {
        for file in refused { output.object(Self.value(file)) }
      } else if refused.isEmpty {
        output.line("没有拒收的文件")
      } else {
        output.line(refused.flatMap(Self.lines).joined(separator: "\n"))
      }
      if refused.count < found.count { output.note("…更早还有；--limit 0 列出全部") }
    }
  }

  /// The file on a line of its own, so that what to do is never cut.
  private static func lines(_ refused: Refused) -> [String] {
    let head = "\(refused.arrival.id)　\(Moment.text(refused.taken))　\(refused.arrival.file.display)"
    let story = Sanitised.text(story(refused) ?? refused.arrival.reason.map(CodeWords.reason) ?? "")
    return [Terminal.strong(Sanitised.text(head))]
      + Wrap.hanging("", story, margin: 2, width: Terminal.width)
  }

  /// What is wrong and what to do, without the file's name, which the entry says first.
  static func story(_ refused: Refused) -> String? {
    guard let message = refused.entry.flatMap(Entry.init(bytes:))?["MESSAGE"] else {
      // Of bytes that come again and again the first entry alone is kept.
      let isForgotten = refused.arrival.reason == DocumentError.Reason.forgotten.rawValue
      return isForgotten ? refused.arrival.file.sha256.map { "\(DocumentError.forgotten($0))" } : nil
    }
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
