// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk

extension ControlVerb {
  /// A change that was made on another machine: `change` is its line of `minutectl corrections export`, who made
  /// it and when included. Who brought it is kept beside that.
  static var bring: ControlVerb {
    ControlVerb("bring", .write) { daemon, request, connection in
      guard let change = request.text("change").flatMap(CarriedEdit.init(json:)) else {
        return connection.refuse(
          "this is no line of minutectl corrections export", hint: "give the file as it was exported")
      }
      daemon.edit(connection) { editor, connection throws(ArchiveError) in
        try editor.bring(change, by: connection.edit(request, target: ""))
      }
    }
  }
}
