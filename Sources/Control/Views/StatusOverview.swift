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

  var text: String {
    let kept = [
      ("馆藏", "会议 \(kept.meetings)　文件 \(kept.documents)　摘要 \(kept.digests)"),
      ("队列", "待读 \(waiting)\(onHold)　拒收 \(kept.arrivals[.rejected] ?? 0)" + hint),
      ("发件", open == 0 ? "日志已收到全部条目（\(kept.closed)）" : "待日志确认 \(open)"),
    ]
    return Self.text((daemon.map(Self.rows) ?? []) + kept + last)
  }

  /// The rows under one another, their names ending at one column.
  static func text(_ rows: [(String, String)]) -> String {
    rows.map { Digest.Columns.padded("", to: 8 - DisplayWidth.of($0.0)) + "\($0.0)：\($0.1)" }
      .joined(separator: "\n")
  }

  private var waiting: Int { max(0, (kept.arrivals[.taken] ?? 0) - kept.held) }

  private var onHold: String { kept.held > 0 ? "　保留 \(kept.held)（minutectl list --held）" : "" }

  private var hint: String { kept.arrivals[.rejected] ?? 0 > 0 ? "（minutectl rejected 说明原因）" : "" }

  /// How the service is.
  static func rows(_ daemon: Service) -> [(String, String)] {
    switch daemon {
    case .running(let state): [("服务", Terminal.good("● 运行中"))] + rows(of: state)
    case .absent:
      [("服务", Terminal.bad("○ 未运行") + "：启动用systemctl start minuted，原因见systemctl status minuted；以下据馆藏文件")]
    case .closed: [("服务", "● 运行中，但无权询问：请用root，或加入minuted组；以下据馆藏文件")]
    case .silent: [("服务", Terminal.bad("● 运行中，但不应答") + "：见systemctl status minuted；以下据馆藏文件")]
    }
  }

  private static func rows(of state: DaemonState) -> [(String, String)] {
    let folders = state.folders.map { folder in
      let waiting = folder.waiting > 0 ? "　待收 \(folder.waiting)" : ""
      return ("目录", "\(Sanitised.text(folder.path))（\(label(folder.service))）\(waiting)")
    }
    let batch = state.batch.map { batch in
      let name = batch.kind == "import" ? "导入" : "成批到件"
      return ("批次", "\(name)：\(batch.files)件，待读 \(batch.unread)，待述 \(batch.untold)")
    }
    let again = state.rereading > 0 ? "；按新规则重读，余 \(state.rereading) 件" : ""
    let refused = state.refusedReload.map { ("配置", Terminal.bad("重新载入失败，仍用原配置") + "：\(Sanitised.text($0))") }
    return folders + [
      ("日志", state.journalTrouble.map { Terminal.bad("不可用") + "：\(Sanitised.text($0.chinese))" } ?? "正常"),
      ("规则", Sanitised.text(state.rules) + again),
    ]
      + [batch, refused, state.isDiskFull ? ("磁盘", Terminal.bad("空间不足") + "：腾出空间后自动继续收件") : nil]
      .compactMap(\.self)
  }

  private static func label(_ service: String) -> String {
    switch service {
    case "watched": Terminal.good("监视中")
    case "polled": "定时查看"
    default: Terminal.bad("打不开；请建立目录或修正Folder=")
    }
  }

  private var last: [(String, String)] {
    guard let (entry, time) = trouble else { return [] }
    let message = entry["MESSAGE"]?.split(separator: "\n").first.map(String.init) ?? ""
    return [("最近问题", "\(Moment.text(time))　\(Sanitised.text(message))")]
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
