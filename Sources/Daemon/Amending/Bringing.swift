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
  /// kept as such and changes nothing.
  ///
  /// The line alone says who that person was, and anybody can write one: `bearer` is the account that brought it.
  func bring(_ carried: CarriedEdit, by bearer: Edit) throws(ArchiveError) -> Outcome {
    var outcome = Outcome.success(Done(edit: 0))
    try archive.together { () throws(ArchiveError) in
      outcome = try bring(carried)
      guard case .success(let done) = outcome, !done.isKnown, done.edit > 0 else { return }
      var bearer = bearer
      bearer.target = carried.edit.target
      bearer.content = ["edit": String(done.edit)]
      try archive.keep(bearer)
    }
    return outcome
  }

  private func bring(_ carried: CarriedEdit) throws(ArchiveError) -> Outcome {
    let edit = carried.edit
    if let known = try archive.edit(at: edit.at, target: edit.target) {
      return .success(Done(edit: known.id, isKnown: true))
    }
    for amendment in carried.amended where Self.measured.contains(amendment.field) {
      do throws(AmendmentError) {
        _ = try pipeline.amending.amender.value(
          of: amendment.field, from: amendment.after, for: Meeting(kind: "", category: ""))
      } catch { return .failure(EditRefusal(error)) }
    }
    if let moment = carried.undoes { return try bring(edit, takingBack: moment) }
    if carried.undone { return .success(try keepTakenBack(edit, carried.amended)) }
    switch edit.verb {
    case "correct":
      var done = try keep(edit, carried.amended)
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
