// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// What is on hold, a file a line: what it will be when it is released, and when that is.
struct HeldTable {
  static let header = ["编号", "文件", "内容", "发出"]

  let files: [HeldFile]

  var rows: [[String]] {
    files.map { file in
      [
        String(file.arrival.id), Sanitised.text(file.arrival.file.display), Self.content(file),
        file.release.map(Moment.text) ?? "待放行",
      ]
    }
  }

  private static func content(_ file: HeldFile) -> String {
    if let reason = file.reason { return "将拒收：\(CodeWords.reason(reason))" }
    guard file.isRead else { return "待读" }
    if file.meetings.isEmpty { return "没有会议，只有数据" }
    return file.meetings.map { meeting in
      Sanitised.text("\(meeting.date ?? "日期不明") \(meeting.place ?? "辖区不明") \(meeting.kind)")
    }.joined(separator: "；")
  }

  var values: [JSONValue] {
    files.map { file in
      .object([
        "id": .integer(Int(file.arrival.id)), "file": .string(file.arrival.file.display),
        "sha256": .optional(file.arrival.file.sha256), "held": .bool(true),
        "taken": .string(Moment.text(file.taken)),
        "release": .optional(file.release.map(Moment.text)), "read": .bool(file.isRead),
        "reason": .optional(file.reason), "meetings": .array(file.meetings.map(Self.value)),
      ])
    }
  }

  private static func value(_ meeting: HeldFile.Meeting) -> JSONValue {
    .object([
      "id": .string(meeting.id), "title": .optional(meeting.title), "jurisdiction": .optional(meeting.place),
      "date": .optional(meeting.date), "priorities": .integer(meeting.priorities),
      "figures": .integer(meeting.figures),
    ])
  }
}
