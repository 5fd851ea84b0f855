// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes
internal import Reading

/// Why something that a person asks for is not done: nothing was changed.
struct EditRefusal: Error {
  let what: Saying
  let hint: Saying

  init(_ what: Saying, hint: Saying) {
    self.what = what
    self.hint = hint
  }

  /// What is to be done instead about an edit that no other takes back.
  init(toTakeBack edit: Edit) {
    what = Saying(
      "edit \(edit.id) (\(edit.verb)) is none that can be taken back", "第\(edit.id)号操作（\(edit.verb)）不能取消")
    hint =
      switch edit.verb {
      case "forget":
        Saying(
          "minutectl forget --undo \(edit.documents.first ?? "SHA256") --reason … lets it be kept when it comes again",
          "再收到时要收存：minutectl forget --undo \(edit.documents.first ?? "SHA256") --reason …")
      case "undo", "unretract", "unmark", "forget-undo":
        Saying("ask for that again, if it is wanted", "需要时请再做一次")
      case "release":
        Saying(
          "what was told stays told; minutectl retract DIGEST --reason … withdraws it",
          "已发出的收不回，可撤回：minutectl retract 编号 --reason …")
      default: Saying("it was done, and is over", "已经办完")
      }
  }

  init(_ error: AmendmentError) { self.init(error.what, hint: error.hint) }
}
