// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

extension ControlVerb {
  /// Two names of one indicator: `from` is taken for `to` from now on, `reason` says why.
  static var alias: ControlVerb {
    ControlVerb("alias", .write) { daemon, request, connection in
      guard let from = request.text("from"), let to = request.text("to") else {
        return connection.refuse("alias needs two indicators", hint: "use minutectl alias")
      }
      daemon.edit(request, connection) { editor, edit throws(ArchiveError) in
        try editor.alias(from, for: to, as: edit)
      }
    }
  }
}
