// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// Kept entries are sent anew: those of `digests`, or those told from `since` to `until` (microseconds
  /// since 1970 as text). More than `most` are not sent: the answer says how many there are.
  ///
  /// The journal must show the very copies, by MINUTED_ENTRY_ID with MINUTED_REISSUE, before they are
  /// confirmed.
  static var replay: ControlVerb {
    ControlVerb("replay", .write) { daemon, request, connection in
      daemon.whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
        try daemon.replay(request, connection)
      }
    }
  }
}

extension Daemon {
  /// What the machine tells of itself is past when it is told, and not sent anew.
  private static let replayed: [[UInt8]] = [
    Event.digest, .change, .correction, .retraction, .source, .conflict, .duplicate, .rejected, .rollup,
  ].map { Entry.needle(.event, $0.rawValue) }

  fileprivate func replay(_ request: ControlRequest, _ connection: ControlConnection) throws(ArchiveError) {
    var digests: [String] = []
    for id in request.texts("digests") {
      guard let digest = try digest(named: id, for: connection) else { return }
      digests.append(digest.id)
    }
    let since = request.text("since").flatMap { Int64($0) } ?? 0
    let until = request.text("until").flatMap { Int64($0) } ?? .max
    guard since <= until else {
      return connection.refuse(
        "the end of the time is before its beginning", hint: "give --since before --until")
    }
    let entries = try archive.replayable(digests: digests, in: since..<until, holding: Self.replayed)
    if let most = request.text("most").flatMap({ Int($0) }), entries.count > most {
      return connection.reply(["ok": .bool(true), "entries": .integer(entries.count), "waiting": .integer(1)])
    }
    try archive.together { () throws(ArchiveError) in
      try archive.keep(
        connection.edit(
          request, target: digests.joined(separator: " "), ["entries": String(entries.count)]))
      try archive.replay(entries)
    }
    delivery.replay()
    connection.reply(["ok": .bool(true), "entries": .integer(entries.count), "waiting": .integer(0)])
  }
}
