// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk

extension ControlVerb {
  /// A change that was made on another machine: `change` is its line of `minutectl corrections export`, who made
  /// it and when included; one that is too long for a request comes as a descriptor. Who brought it is kept
  /// beside that.
  static var bring: ControlVerb {
    ControlVerb("bring", .write) { daemon, request, connection in
      let line = request.text("change") ?? connection.takeText(most: CarriedEdit.mostBytes)
      guard let change = line.flatMap(CarriedEdit.init(json:)) else {
        return connection.refuse(
          "this is no line of minutectl corrections export, or one of more than \(CarriedEdit.mostBytes) bytes",
          hint: "give the file as it was exported")
      }
      daemon.edit(connection) { editor, connection throws(ArchiveError) in
        try editor.bring(change, by: connection.edit(request, target: ""))
      }
    }
  }
}
