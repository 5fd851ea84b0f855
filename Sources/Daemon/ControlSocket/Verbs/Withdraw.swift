// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

extension ControlVerb {
  /// A meeting is taken out of all comparisons: `meeting` and `provenance` name it, `reason` says why.
  static var withdraw: ControlVerb {
    ControlVerb("withdraw", .write) { daemon, request, connection in
      guard let meeting = request.text("meeting"),
        let provenance = Provenance(rawValue: request.text("provenance") ?? "report")
      else { return connection.refuse("withdraw needs a meeting", hint: "minutectl list shows ids") }
      let key = MeetingKey(id: meeting, provenance: provenance)
      daemon.edit(request, connection) { editor, edit throws(ArchiveError) in
        try editor.withdraw(key, as: edit)
      }
    }
  }
}
