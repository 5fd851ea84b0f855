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
    what = "edit \(edit.id) (\(edit.verb)) is none that can be taken back"
    hint =
      switch edit.verb {
      case "forget":
        "minutectl forget --undo \(edit.documents.first ?? "SHA256") --reason … lets it be kept when it comes again"
      case "undo", "unretract", "unmark", "forget-undo": "ask for that again, if it is wanted"
      case "release": "what was told stays told; minutectl retract DIGEST withdraws it"
      default: "it was done, and is over"
      }
  }

  init(_ error: AmendmentError) { self.init(error.what, hint: error.hint) }
}
