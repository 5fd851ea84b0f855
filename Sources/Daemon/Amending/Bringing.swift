// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Minutes
internal import Reading

extension Editor {
  /// Does here what a person has done on another machine, under that person's name and time; what is known is
  /// passed over.
  ///
  /// What amends a document that is not kept here stands ready for it. A change that was taken back there is
  /// kept as such and changes nothing. What quotes a document that was forgotten here is not kept.
  ///
  /// The line alone says who that person was, and anybody can write one: `bearer` is the account that brought it.
  func bring(_ carried: CarriedEdit, by bearer: Edit) throws(ArchiveError) -> Outcome {
    var outcome = Outcome.success(Done(edit: 0))
    try archive.together { () throws(ArchiveError) in
      outcome = try bring(carried, now: bearer.at)
      guard case .success(let done) = outcome, !done.isKnown, done.edit > 0 else { return }
      var bearer = bearer
      bearer.target = carried.edit.target
      bearer.content = ["edit": String(done.edit)]
      try archive.keep(bearer)
    }
    return outcome
  }

  private func bring(_ carried: CarriedEdit, now: Int64) throws(ArchiveError) -> Outcome {
    var edit = carried.edit
    if let known = try archive.edit(at: edit.at, target: edit.target) {
      return .success(Done(edit: known.id, isKnown: true))
    }
    if let refusal = refusal(of: carried, at: now) { return .failure(refusal) }
    if let moment = carried.undoes { return try bring(edit, takingBack: moment) }
    let amended = try unforgotten(carried.amended)
    // As where it was forgotten after the change: that there was one, and why, stays.
    if amended.count < carried.amended.count { edit.content = [:] }
    if carried.undone { return .success(try keepTakenBack(edit, amended)) }
    switch edit.verb {
    case "correct":
      var done = try keep(edit, amended)
      done.absent = try absent(carried.amended)
      return .success(done)
    case "withdraw": return try bringWithdrawal(edit)
    case "mark": return .success(try keepMark(edit))
    case "retract": return try retract(edit.target, as: edit)
    case "alias": return try alias(edit.content["from"] ?? "", for: edit.content["to"] ?? "", as: edit)
    default:
      return .failure(
        EditRefusal(
          Saying("\(edit.verb) is no change that can be brought", "\(edit.verb) 不是可导入的更正"),
          hint: Saying("update minuted here", "请升级本机的 minuted")))
    }
  }

  /// Why a change cannot be as it is, whoever made it; nil for one that can.
  private func refusal(of carried: CarriedEdit, at now: Int64) -> EditRefusal? {
    // Of two changes the later one holds: one from the future would hold against all that is done here.
    if carried.edit.at - now > Self.day {
      return EditRefusal(
        Saying("the change was made more than a day from now", "这项更正的时间比现在晚一天以上"),
        hint: Saying("look at the clocks of both machines", "请核对两台机器的时钟"))
    }
    for amendment in carried.amended where Self.measured.contains(amendment.field) {
      do throws(AmendmentError) {
        _ = try pipeline.amending.amender.value(
          of: amendment.field, from: amendment.after, for: Meeting(kind: "", category: ""))
      } catch { return EditRefusal(error) }
    }
    return nil
  }

  /// How far the clocks of two machines may be apart, in microseconds.
  private static let day: Int64 = 86_400_000_000
  /// What can be wrong in itself; words that this machine's tables lack are left alone until they have them.
  private static let measured: Set<Amendment.Field> = [.value, .rank, .period, .date]

  private func bring(_ edit: Edit, takingBack moment: Int64) throws(ArchiveError) -> Outcome {
    guard let former = try archive.edit(at: moment, target: edit.target) else {
      return .failure(
        EditRefusal(
          Saying("the change that this one takes back is not here", "本机没有它所取消的更正"),
          hint: Saying("import the whole file, in its order", "请按原顺序导入整个文件")))
    }
    // One that came taken back stands back by itself until this one has come.
    guard former.undone == former.id else { return try undo(former.id, as: edit) }
    var edit = edit
    edit.content["undoes"] = String(former.id)
    try archive.together { () throws(ArchiveError) in
      edit.id = try archive.keep(edit)
      try archive.undo(former.id, by: edit.id)
    }
    return .success(Done(edit: edit.id))
  }

  /// What amends no document that was forgotten here: its quotations would come back.
  private func unforgotten(_ amendments: [Amendment]) throws(ArchiveError) -> [Amendment] {
    var left: [Amendment] = []
    for amendment in amendments where try !archive.isForgotten(amendment.document) { left.append(amendment) }
    return left
  }

  private func keepTakenBack(_ edit: Edit, _ amendments: [Amendment]) throws(ArchiveError) -> Done {
    var number: Int64 = 0
    try archive.together { () throws(ArchiveError) in
      number = try archive.keep(edit)
      try archive.keep(amendments, of: number)
      try archive.undo(number, by: number)
    }
    return Done(edit: number)
  }

  /// A meeting that is not kept here is withdrawn when it comes.
  private func bringWithdrawal(_ edit: Edit) throws(ArchiveError) -> Outcome {
    let key = MeetingKey(
      id: edit.target, provenance: Provenance(rawValue: edit.content["provenance"] ?? "") ?? .report)
    if try archive.record(key) != nil { return try withdraw(key, as: edit) }
    var edit = edit
    edit.content["digest"] = nil
    return .success(Done(edit: try archive.keep(edit), absent: 1))
  }

  private func absent(_ amendments: [Amendment]) throws(ArchiveError) -> Int {
    var missing = 0
    for hash in Set(amendments.map(\.document)) where try archive.document(sha256: hash) == nil {
      missing += 1
    }
    return missing
  }
}
