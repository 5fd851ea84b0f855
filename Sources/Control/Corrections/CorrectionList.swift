// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// All that people have put right: who, when, what, why, and how it stands to what the rules read now.
struct CorrectionList {
  static let header = ["编号", "时间", "人", "对象", "内容", "状态", "理由"]
  private static let verbs = ["correct", "withdraw", "alias", "undo"]

  fileprivate struct Item {
    var edit: Edit
    var amendments: [KeptAmendment]
    var states: [String]
    /// The account here that brought it from another machine; nil for what was done here.
    var bearer: String?
  }

  private let items: [Item]

  init(archive: MeetingArchive) throws {
    let brought = try archive.edits(["bring"])
    let bearers = Dictionary(brought.map { ($0.content["edit"] ?? "", $0.who) }) { first, _ in first }
    items = try archive.edits(Self.verbs).filter { $0.verb != "undo" }.map { edit in
      let amendments = try archive.amendments(ofEdit: edit.id)
      return Item(
        edit: edit, amendments: amendments, states: try Self.states(edit, amendments, archive),
        bearer: bearers[String(edit.id)])
    }
  }

  /// The changes in their order, as they are carried to another machine.
  static func carried(in archive: MeetingArchive) throws -> [CarriedEdit] {
    try archive.edits(verbs).map { edit in
      let former = try edit.content["undoes"].flatMap { Int64($0) }.flatMap { try archive.edit($0) }
      return CarriedEdit(edit, try archive.amendments(ofEdit: edit.id), undoes: former?.at)
    }
  }

  var rows: [[String]] {
    items.map { item in
      [
        String(item.edit.id), Moment.text(item.edit.at),
        item.edit.who + (item.bearer.map { "（\($0)导入）" } ?? ""), item.edit.target,
        item.said.joined(separator: "；"), item.states.joined(separator: "；"), item.edit.reason,
      ].map { Sanitised.text($0) }
    }
  }

  var objects: [JSONValue] {
    items.map { item in
      .object([
        "edit": .integer(Int(item.edit.id)), "at": .string(Moment.text(item.edit.at)),
        "who": .string(item.edit.who), "brought_by": .optional(item.bearer),
        "verb": .string(item.edit.verb), "target": .string(item.edit.target),
        "reason": .string(item.edit.reason),
        "changes": .array(item.said.map(JSONValue.string)),
        "state": .array(item.states.map(JSONValue.string)),
        "undone": item.edit.undone.map { .integer(Int($0)) } ?? .null,
      ])
    }
  }

  private static func states(
    _ edit: Edit, _ amendments: [KeptAmendment], _ archive: MeetingArchive
  ) throws -> [String] {
    if let undone = edit.undone { return [undone == edit.id ? "已取消" : "已取消（#\(undone)）"] }
    var states: [String] = []
    for kept in amendments {
      let state = try Self.state(kept, archive)
      if let state, !states.contains(state) { states.append(state) }
    }
    return states.isEmpty ? ["有效"] : states
  }

  /// What is to be said of an amendment beside that it is in force; nil for nothing.
  private static func state(_ kept: KeptAmendment, _ archive: MeetingArchive) throws -> String? {
    if try archive.document(sha256: kept.amendment.document) == nil { return "有效，原件未收到" }
    switch kept.standing {
    case .holds: return nil
    case .agrees: return "有效，现读法相同"
    case .differs: return "有效，现读作\(kept.found ?? "-")"
    case .lost: return "有效，原文已读不到"
    case .superseded: return "文件已有新版本，未随之更正"
    }
  }
}

extension CorrectionList.Item {
  /// What was done, in words; what several reports say once.
  fileprivate var said: [String] {
    switch edit.verb {
    case "withdraw": return ["撤回会议"]
    case "alias": return ["“\(edit.content["from"] ?? "")”即“\(edit.content["to"] ?? "")”"]
    default:
      var said: [String] = []
      for line in amendments.map({ $0.amendment.told(in: .chinese) }) where !said.contains(line) {
        said.append(line)
      }
      return said
    }
  }
}
