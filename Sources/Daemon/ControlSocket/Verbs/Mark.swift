// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import FoundationEssentials
internal import Minutes

extension ControlVerb {
  /// A change is called insignificant: those like it weigh least in later digests of the series. Member
  /// `entry`.
  static var mark: ControlVerb {
    ControlVerb("mark", .write) { daemon, request, connection in
      daemon.whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
        guard let change = try daemon.change(request, connection) else { return }
        try daemon.mark(change, request, connection)
      }
    }
  }

  /// The mark on a change is taken back. Member `entry`.
  static var unmark: ControlVerb {
    ControlVerb("unmark", .write) { daemon, request, connection in
      daemon.whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
        guard let change = try daemon.change(request, connection) else { return }
        try daemon.unmark(change.entry, request, connection)
      }
    }
  }
}

/// A change of a kept digest, as far as a mark needs to know it.
private struct MarkableChange {
  let entry: String
  let series: String
  let mark: Insignificance
}

extension Daemon {
  /// The change that a request names; where there is none the client is told.
  fileprivate func change(
    _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) -> MarkableChange? {
    let id = request.text("entry") ?? ""
    let entries = id.contains("-") ? try archive.entries(named: id) : []
    guard entries.count == 1, let entry = entries.first, let digest = entry.digestID,
      let kept = try archive.digests(prefix: digest).first,
      let told = Entry(bytes: entry.fields), let series = told[JournalField.series.rawValue],
      let mark = KeptMark.of(entry.id, in: kept.json)
    else {
      connection.refuse(
        entries.count > 1 ? "more than one change begins with \(id)" : "no change has the id \(id)",
        hint: "minutectl digest ID --entries lists the changes of a digest")
      return nil
    }
    return MarkableChange(entry: entry.id, series: series, mark: mark)
  }

  fileprivate func mark(
    _ change: MarkableChange, _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    if try standing(change.entry) != nil {
      return connection.refuse(
        "\(change.entry) is marked already", hint: "minutectl mark --list shows all marks")
    }
    let what = [
      "series": change.series, "change": change.mark.change, "subject": change.mark.subject,
      "matter": change.mark.matter,
    ]
    try archive.together { () throws(ArchiveError) in
      let edit = try archive.keep(connection.edit(request, target: change.entry, what))
      try archive.keep(change.mark, series: change.series, edit: edit)
    }
    connection.reply(["ok": .bool(true)])
  }

  fileprivate func unmark(
    _ entry: String, _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    guard let edit = try standing(entry) else {
      return connection.refuse("\(entry) is not marked", hint: "minutectl mark --list shows all marks")
    }
    try archive.together { () throws(ArchiveError) in
      try archive.undo(edit.id, by: archive.keep(connection.edit(request, target: entry)))
      try archive.removeMark(edit: edit.id)
    }
    connection.reply(["ok": .bool(true)])
  }

  private func standing(_ entry: String) throws(ArchiveError) -> Edit? {
    try archive.edits([ControlVerb.mark.name], isInForce: true).first { $0.target == entry }
  }
}
