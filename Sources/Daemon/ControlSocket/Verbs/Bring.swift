// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Minutes

extension ControlVerb {
  /// A change that was made on another machine: `change` is its line of `minutectl corrections export`, who made
  /// it and when included; one that is too long for a request comes as a descriptor. Who brought it is kept
  /// beside that.
  static var bring: ControlVerb {
    ControlVerb("bring", .write) { daemon, request, connection in
      let line = request.text("change") ?? connection.takeText(most: CarriedEdit.mostBytes)
      guard let change = line.flatMap(CarriedEdit.init(json:)) else {
        return connection.refuse(
          Saying(
            "this is no line of minutectl corrections export, or one of more than \(CarriedEdit.mostBytes) bytes",
            "不是 minutectl corrections export 写出的一行，或超过\(CarriedEdit.mostBytes)字节"),
          hint: Saying("give the file as it was exported", "请用原样导出的文件"))
      }
      daemon.edit(connection) { editor, connection throws(ArchiveError) in
        try editor.bring(change, by: connection.edit(request, target: ""))
      }
    }
  }
}
