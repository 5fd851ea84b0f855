// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// Something in a meeting's reports is put right: `meeting` and `provenance` name it, `subject` with
  /// `number` and `words` the thing, `fields` and `values` what is changed, `reason` why.
  static var correct: ControlVerb {
    ControlVerb("correct", .write) { daemon, request, connection in
      guard let wanted = WantedEdit(request) else {
        return connection.refuse("correct needs a meeting, fields and values", hint: "use minutectl correct")
      }
      daemon.edit(request, connection) { editor, edit throws(ArchiveError) in
        try editor.correct(wanted, as: edit)
      }
    }
  }

  /// An edit is taken back: `edit` is its number, `reason` why.
  static var undo: ControlVerb {
    ControlVerb("undo", .write) { daemon, request, connection in
      guard let number = request.text("edit").flatMap({ Int64($0) }) else {
        return connection.refuse(
          "undo needs the number of an edit", hint: "minutectl corrections list shows them")
      }
      daemon.edit(request, connection) { editor, edit throws(ArchiveError) in
        try editor.undo(number, as: edit)
      }
    }
  }
}

extension Daemon {
  /// Does what a client asks to have changed; without a reason nothing is changed.
  func edit(
    _ request: ControlRequest, _ connection: ControlConnection,
    _ body: @escaping (Editor, Edit) throws(ArchiveError) -> Editor.Outcome
  ) {
    guard request.text("reason") != nil else {
      return connection.refuse(
        Saying("\(request.verb) needs a reason", "须说明理由"),
        hint: Saying("give one with --reason", "请加 --reason"))
    }
    edit(connection) { editor, connection throws(ArchiveError) in
      try body(editor, connection.edit(request, target: ""))
    }
  }

  /// Changes what is kept, when everything is read by the rules in force and no batch is under way.
  func edit(
    _ connection: ControlConnection,
    _ body: @escaping (Editor, ControlConnection) throws(ArchiveError) -> Editor.Outcome
  ) {
    whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
      let last = try daemon.archive.lastEntry()
      switch try body(Editor(daemon.pipeline), connection) {
      case .failure(let refusal): connection.refuse(refusal.what, hint: refusal.hint)
      case .success(let done):
        try daemon.renewPages(toldAfter: last)
        for digest in done.restored { daemon.pages?.renew(digest) }
        daemon.delivery.pump()
        if done.changesRules { daemon.reload() }
        connection.reply([
          "ok": .bool(true), "edit": .integer(Int(done.edit)), "amended": .integer(done.amended),
          "corrected": .integer(done.corrected), "known": .bool(done.isKnown),
          "absent": .integer(done.absent), "withdrawn": .integer(done.withdrawn),
          "restored": .strings(done.restored), "said": .strings(done.said),
          "unknown": .strings(done.unknown), "own": .optional(done.own),
        ])
      }
    }
  }
}
