// SPDX-License-Identifier: Apache-2.0

internal import Archive

extension ControlVerb {
  /// A change is called insignificant: those like it weigh least in later digests of the series. Member
  /// `entry`.
  static var mark: ControlVerb {
    ControlVerb("mark", .write) { daemon, request, connection in
      daemon.edit(connection) { editor, connection throws(ArchiveError) in
        try editor.mark(request.text("entry") ?? "", as: connection.edit(request, target: ""))
      }
    }
  }

  /// The mark on a change is taken back. Member `entry`.
  static var unmark: ControlVerb {
    ControlVerb("unmark", .write) { daemon, request, connection in
      daemon.edit(connection) { editor, connection throws(ArchiveError) in
        try editor.unmark(request.text("entry") ?? "", as: connection.edit(request, target: ""))
      }
    }
  }
}
