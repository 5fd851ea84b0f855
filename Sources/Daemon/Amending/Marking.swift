// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// Calling a change insignificant: those like it weigh least in later digests of the series.
extension Editor {
  /// Marks a change, by its entry's id or the beginning of one.
  func mark(_ id: String, as edit: Edit) throws(ArchiveError) -> Outcome {
    switch try change(id) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let entry):
      if try standing(entry.id) != nil {
        return .failure(
          EditRefusal(
            Saying("\(entry.id) is marked already", "\(entry.id) 已有标记"),
            hint: Saying("minutectl mark --list shows all marks", "全部标记见 minutectl mark --list")))
      }
      guard let series = Entry(bytes: entry.fields)?[JournalField.series.rawValue],
        let kept = try archive.digests(prefix: entry.digestID ?? "").first,
        let mark = KeptMark.of(entry.id, in: kept.json)
      else { return .failure(Self.noChange(id)) }
      var edit = edit
      edit.target = entry.id
      let what = [
        "series": series, "change": mark.change, "subject": mark.subject, "matter": mark.matter,
      ]
      edit.content.merge(what) { _, new in new }
      return .success(try keepMark(edit))
    }
  }

  /// Keeps a mark by what its edit says, here or on the machine where it was set.
  func keepMark(_ edit: Edit) throws(ArchiveError) -> Done {
    let content = edit.content
    let mark = Insignificance(
      change: content["change"] ?? "", subject: content["subject"] ?? "", matter: content["matter"] ?? "")
    var number: Int64 = 0
    try archive.together { () throws(ArchiveError) in
      number = try archive.keep(edit)
      try archive.keep(mark, series: content["series"] ?? "", edit: number)
    }
    return Done(edit: number)
  }

  /// Takes the mark on a change back, by its entry's id.
  func unmark(_ id: String, as edit: Edit) throws(ArchiveError) -> Outcome {
    switch try change(id) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let entry):
      guard let former = try standing(entry.id) else {
        return .failure(
          EditRefusal(
            Saying("\(entry.id) is not marked", "\(entry.id) 没有标记"),
            hint: Saying("minutectl mark --list shows all marks", "全部标记见 minutectl mark --list")))
      }
      return try unmark(former, as: edit)
    }
  }

  /// Takes a mark back.
  func unmark(_ former: Edit, as edit: Edit) throws(ArchiveError) -> Outcome {
    var edit = edit
    edit.target = former.target
    edit.content["undoes"] = String(former.id)
    try archive.together { () throws(ArchiveError) in
      edit.id = try archive.keep(edit)
      try archive.undo(former.id, by: edit.id)
      try archive.removeMark(edit: former.id)
    }
    return .success(Done(edit: edit.id))
  }

  private func standing(_ entry: String) throws(ArchiveError) -> Edit? {
    try archive.edits(["mark"], isInForce: true).first { $0.target == entry }
  }

  /// The entry of the one change that an id begins.
  private func change(_ id: String) throws(ArchiveError) -> Result<OutboxEntry, EditRefusal> {
    let entries = id.contains("-") ? try archive.entries(named: id) : []
    if entries.count > 1 {
      return .failure(
        EditRefusal(
          Saying("more than one change begins with \(id)", "编号以 \(id) 开头的变化不止一项"),
          hint: Saying("write more digits of its digest's id", "请多写几位摘要编号")))
    }
    guard let entry = entries.first, entry.digestID != nil, !entry.id.hasSuffix("-00") else {
      return .failure(Self.noChange(id))
    }
    return .success(entry)
  }

  private static func noChange(_ id: String) -> EditRefusal {
    EditRefusal(
      Saying("no change has the id \(id)", "没有编号为 \(id) 的变化"),
      hint: Saying(
        "minutectl digest ID --entries lists the changes of a digest",
        "摘要的各项变化见 minutectl digest 编号 --entries"))
  }
}
