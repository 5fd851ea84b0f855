// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// What `minutectl status` shows: the service, then what the archive tells, then what went wrong last.
struct StatusOverview {
  /// How many of the latest entries are looked through for trouble.
  private static let reach = 5_000

  let kept: ArchiveStatus
  /// Nil where another archive than the service's is looked at.
  let daemon: Service?
  /// The last entry in which the machine complained, and when.
  let trouble: (entry: Entry, at: Int64)?

  init(_ archive: MeetingArchive, _ daemon: Service?) throws {
    kept = try archive.status()
    self.daemon = daemon
    var (found, left) = ((entry: Entry, at: Int64)?.none, Self.reach)
    try archive.eachEntry(in: 0..<Int64.max) { kept in
      left -= 1
      if let entry = Entry(bytes: kept.fields), ["3", "4"].contains(entry["PRIORITY"]) {
        found = (entry, kept.queued)
      }
      return found == nil && left > 0
    }
    trouble = found
  }

  private var open: Int { kept.queued + kept.sent }

  var text: String { Self.text((daemon.map(Self.rows) ?? []) + rows + last) }

  /// What the archive tells.
  var rows: [(String, String)] {
    [
      (Speech.say("Kept", "馆藏"), Self.kept(kept)),
      (Speech.say("Queue", "队列"), Self.queue(kept)),
      (
        Speech.say("Outbox", "发件"),
        open == 0
          ? Speech.say("the journal has all entries (\(kept.closed))", "日志已收到全部条目（\(kept.closed)）")
          : Speech.say("\(open) not yet confirmed by the journal", "待日志确认 \(open)")
      ),
    ]
  }

  /// The rows under one another, their names ending at one column.
  static func text(_ rows: [(String, String)]) -> String {
    let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    return rows.map { name, said in
      Digest.Columns.padded("", to: max(8, width) - DisplayWidth.of(name)) + name + Speech.say(": ", "：")
        + said
    }.joined(separator: "\n")
  }

  private static func kept(_ kept: ArchiveStatus) -> String {
    Speech.say(
      "meetings \(kept.meetings)  documents \(kept.documents)  digests \(kept.digests)",
      "会议 \(kept.meetings)　文件 \(kept.documents)　摘要 \(kept.digests)")
  }

  /// What waits, what is on hold and what was refused, with the commands that tell more.
  private static func queue(_ kept: ArchiveStatus) -> String {
    let waiting = max(0, (kept.arrivals[.taken] ?? 0) - kept.held)
    let rejected = kept.arrivals[.rejected] ?? 0
    let hint = rejected > 0 ? Speech.say(" (minutectl rejected says why)", "（minutectl rejected 说明原因）") : ""
    return [
      Speech.say("to be read \(waiting)", "待读 \(waiting)"),
      kept.held > 0
        ? Speech.say("on hold \(kept.held) (minutectl list --held)", "保留 \(kept.held)（minutectl list --held）")
        : nil,
      Speech.say("rejected \(rejected)", "拒收 \(rejected)") + hint,
    ].compactMap(\.self).joined(separator: Speech.say("  ", "　"))
  }

  private var last: [(String, String)] {
    guard let (entry, time) = trouble else { return [] }
    let message = entry["MESSAGE"]?.split(separator: "\n").first.map(String.init) ?? ""
    let said = "\(Moment.text(time))\(Speech.say("  ", "　"))\(Sanitised.text(message))"
    return [(Speech.say("Last trouble", "最近问题"), said)]
  }

  var value: JSONValue {
    let arrivals = Arrival.State.allCases.map { ($0.rawValue, JSONValue.integer(kept.arrivals[$0] ?? 0)) }
    return .object([
      "arrivals": .object(.init(arrivals)),
      "entries": .object([
        "queued": .integer(kept.queued), "sent": .integer(kept.sent), "closed": .integer(kept.closed),
      ]),
      "documents": .integer(kept.documents), "meetings": .integer(kept.meetings),
      "digests": .integer(kept.digests), "held": .integer(kept.held), "service": serviceValue,
      "trouble": trouble.map { entry, time in
        .object(["message": .optional(entry["MESSAGE"]), "time": .string(Moment.text(time))])
      } ?? .null,
    ])
  }

  private var serviceValue: JSONValue {
    switch daemon {
    case nil: .null
    case .absent: .object(["running": .bool(false)])
    case .closed, .silent: .object(["running": .bool(true)])
    case .running(let state):
      .object([
        "running": .bool(true), "rules": .string(state.rules), "journal": .optional(state.journal),
        "disk_full": .bool(state.isDiskFull), "rereading": .integer(state.rereading),
        "refused_reload": .optional(state.refusedReload),
        "folders": .array(
          state.folders.map {
            .object([
              "path": .string($0.path), "service": .string($0.service), "waiting": .integer($0.waiting),
            ])
          }),
      ])
    }
  }
}
