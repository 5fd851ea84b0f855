// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// `minutectl status`: how much is kept, what waits, what was refused.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show what is kept and what waits.",
    discussion: "For the service itself: systemctl status minuted.")

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try archive.reading { archive in
      let status = try archive.status()
      let rejected = try archive.rejected(limit: 5)
      if json {
        Output.write(Self.value(status).text() + [0x0A])
      } else {
        Output.line(Self.text(status, rejected))
      }
    }
  }

  private static func text(_ status: ArchiveStatus, _ rejected: [Arrival]) -> String {
    let waiting = status.arrivals[.taken] ?? 0
    let open = (status.entries[.queued] ?? 0) + (status.entries[.sent] ?? 0)
    var lines = [
      "会议 \(status.meetings)　文件 \(status.documents)　摘要 \(status.digests)",
      "待读 \(waiting)　待发日志 \(open)　拒收 \(status.arrivals[.rejected] ?? 0)",
    ]
    lines += rejected.map { "  拒收 \($0.file.display)：\($0.reason ?? "")" }
    return Sanitised.text(lines.joined(separator: "\n"), lines: true)
  }

  private static func value(_ status: ArchiveStatus) -> JSONValue {
    let arrivals = Arrival.State.allCases.map { ($0.rawValue, JSONValue.integer(status.arrivals[$0] ?? 0)) }
    let entries = OutboxEntry.State.allCases.map { ($0.rawValue, JSONValue.integer(status.entries[$0] ?? 0)) }
    return .object([
      "arrivals": .object(.init(arrivals)),
      "entries": .object(.init(entries)), "documents": .integer(status.documents),
      "meetings": .integer(status.meetings), "digests": .integer(status.digests),
    ])
  }
}
