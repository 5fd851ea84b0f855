// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// All that people have asked for: who, when, what, why, and how it stands now.
struct CorrectionList {
  static let header = ["编号", "时间", "人", "对象", "内容", "状态", "理由"]

  fileprivate struct Item {
    var edit: Edit
    var amendments: [KeptAmendment]
    var states: [String]
    /// The account here that brought it from another machine; nil for what was done here.
    var bearer: String?
  }

  private let items: [Item]

  /// What lasts until it is taken back; with `all` what was done once and is over, too.
  init(archive: MeetingArchive, all: Bool = false) throws {
    let brought = try archive.edits(["bring"])
    let bearers = Dictionary(brought.map { ($0.content["edit"] ?? "", $0.who) }) { first, _ in first }
    items = try archive.edits(EditWords.lasting + (all ? EditWords.passing : [])).map { edit in
      let amendments = try archive.amendments(ofEdit: edit.id)
      return Item(
        edit: edit, amendments: amendments, states: try Self.states(edit, amendments, archive),
        bearer: bearers[String(edit.id)])
    }
  }

  /// The changes in their order, as they are carried to another machine, and how many edits of each verb are
  /// not: those about files of this machine alone, and about reports that were forgotten.
  static func carried(
    in archive: MeetingArchive
  ) throws -> (edits: [CarriedEdit], left: [(verb: String, count: Int)]) {
    let all = try archive.edits(CarriedEdit.verbs + ["forget"] + EditWords.passing)
    let undone = Dictionary(all.compactMap { edit in edit.undone.map { ($0, edit.at) } }) { first, _ in first
    }
    var (carried, left): ([CarriedEdit], [String: Int]) = ([], [:])
    for edit in all {
      let amendments = try archive.amendments(ofEdit: edit.id)
      let isForgotten =
        edit.verb == "correct" && amendments.isEmpty || edit.verb == "mark" && edit.content.isEmpty
      if CarriedEdit.verbs.contains(edit.verb), !isForgotten {
        let number = edit.content["undoes"].flatMap { Int64($0) }
        // One that came taken back is so by itself.
        let former =
          try number.flatMap { try archive.edit($0)?.at } ?? (edit.undone == edit.id ? nil : undone[edit.id])
        carried.append(CarriedEdit(edit, amendments, undoes: former))
      } else {
        left[edit.verb, default: 0] += 1
      }
    }
    return (carried, left.sorted { $0.key < $1.key }.map { (verb: $0.key, count: $0.value) })
  }

  var rows: [[String]] {
    items.map { item in
      [
        String(item.edit.id), Moment.text(item.edit.at),
        item.edit.who + (item.bearer.map { "（\($0)导入）" } ?? ""), item.edit.target,
        EditWords.said(item.edit, item.amendments).joined(separator: "；"), item.states.joined(separator: "；"),
        item.edit.reason,
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
        "changes": .array(EditWords.said(item.edit, item.amendments).map(JSONValue.string)),
        "state": .array(item.states.map(JSONValue.string)),
        "undone": item.edit.undone.map { .integer(Int($0)) } ?? .null,
      ])
    }
  }

  private static func states(
    _ edit: Edit, _ amendments: [KeptAmendment], _ archive: MeetingArchive
  ) throws -> [String] {
    if let undone = edit.undone { return [try taken(edit, by: undone, archive)] }
    if EditWords.passing.contains(edit.verb) { return ["已做"] }
    if edit.verb == "correct", amendments.isEmpty { return ["报道已删除"] }
    var states: [String] = []
    for kept in amendments {
      let state = try Self.state(kept, archive)
      if let state, !states.contains(state) { states.append(state) }
    }
    return states.isEmpty ? ["有效"] : states
  }

  /// Who took an edit back, when and why; one that came taken back from elsewhere does not say so.
  private static func taken(_ edit: Edit, by undone: Int64, _ archive: MeetingArchive) throws -> String {
    guard undone != edit.id, let former = try archive.edit(undone) else { return "已取消" }
    let reason = former.reason.isEmpty ? "" : "：\(former.reason)"
    return "已取消（#\(undone)，\(former.who)，\(Moment.text(former.at))\(reason)）"
  }

  /// What is to be said of an amendment beside that it is in force; nil for nothing.
  private static func state(_ kept: KeptAmendment, _ archive: MeetingArchive) throws -> String? {
    if try archive.document(sha256: kept.amendment.document) == nil { return "有效，原件未收到" }
    switch kept.standing {
    case .holds, .carried: return nil
    case .agrees: return "有效，现读法相同"
    case .differs: return "有效，现读作\(kept.found.map { kept.amendment.words($0, in: .naming) } ?? "-")"
    case .lost: return "有效，原文已读不到"
    case .superseded: return "文件已有新版本，所说不同，未随之更正"
    }
  }
}
