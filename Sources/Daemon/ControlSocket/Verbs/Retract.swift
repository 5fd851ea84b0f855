// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// A digest is withdrawn: members `digest` and `reason`.
  ///
  /// Its meeting stays, and goes on being compared with. What the digest had corrected does not hold again:
  /// the whole line of corrections is withdrawn with it.
  static var retract: ControlVerb {
    ControlVerb("retract", .write) { daemon, request, connection in
      guard let id = request.text("digest"), request.text("reason") != nil else {
        return connection.refuse(
          "retract needs a digest and a reason", hint: "use minutectl retract DIGEST --reason")
      }
      daemon.whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
        guard let digest = try daemon.digest(named: id, for: connection) else { return }
        try daemon.retract(digest, request, connection)
      }
    }
  }

  /// A withdrawn digest holds again, as an entry says: members `digest` and `reason`.
  static var unretract: ControlVerb {
    ControlVerb("unretract", .write) { daemon, request, connection in
      guard let id = request.text("digest"), request.text("reason") != nil else {
        return connection.refuse(
          "unretract needs a digest and a reason", hint: "use minutectl retract DIGEST --undo --reason")
      }
      daemon.whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
        guard let digest = try daemon.digest(named: id, for: connection) else { return }
        try daemon.unretract(digest, request, connection)
      }
    }
  }
}

extension Daemon {
  fileprivate func retract(
    _ digest: KeptDigest, _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    let key = MeetingKey(id: digest.meetingID, provenance: digest.provenance)
    let line = try archive.digests(ofMeeting: key.id, provenance: key.provenance).filter { !$0.isRetracted }
    guard !digest.isRetracted else {
      return connection.refuse("\(digest.id) is withdrawn already", hint: "minutectl digest shows why")
    }
    if let later = line.first, later.id != digest.id {
      return connection.refuse("\(digest.id) was replaced by \(later.id)", hint: "withdraw that one")
    }
    guard let record = try archive.record(key) else {
      return connection.refuse("the meeting of \(digest.id) is not kept", hint: "nothing is left to withdraw")
    }
    try archive.together { () throws(ArchiveError) in
      let ids = line.map(\.id)
      let edit = connection.edit(request, target: digest.id, ["digests": ids.joined(separator: " ")])
      try archive.keep(edit)
      let entry = pipeline.outcomes.retraction(of: digest.id, record.meeting, .request, edit: edit)
      try archive.set(retracted: true, ids, of: key, [OutboxEntry(entry)])
    }
    pages?.renew(digest.id)
    delivery.pump()
    connection.reply(["ok": .bool(true), "digests": .integer(1)])
  }

  fileprivate func unretract(
    _ digest: KeptDigest, _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    let edits = try archive.edits([ControlVerb.retract.name], isInForce: true)
    guard let edit = edits.last(where: { $0.target == digest.id }) else {
      return connection.refuse(
        "nobody has withdrawn \(digest.id)", hint: "minutectl digest shows how it stands")
    }
    let key = MeetingKey(id: digest.meetingID, provenance: digest.provenance)
    if let told = try archive.told(of: key) {
      return connection.refuse(
        "\(told.id) has been told of the meeting since",
        hint: "withdraw that one first, if this one is to hold")
    }
    if let edit = try archive.withdrawal(of: key) {
      return connection.refuse(
        "the meeting of \(digest.id) is withdrawn",
        hint: "take that back first: minutectl withdraw --undo \(edit.id)")
    }
    guard let record = try archive.record(key) else {
      return connection.refuse(
        "the meeting of \(digest.id) is not kept", hint: "nothing is left that could hold")
    }
    let ids = (edit.content["digests"] ?? digest.id).split(separator: " ").map(String.init)
    try archive.together { () throws(ArchiveError) in
      let undoing = connection.edit(request, target: digest.id)
      try archive.undo(edit.id, by: archive.keep(undoing))
      let entry = pipeline.outcomes.reinstatement(of: digest.id, record.meeting, undoing)
      try archive.set(retracted: false, ids, of: key, [OutboxEntry(entry)])
      // What came of the meeting meanwhile was not told.
      try archive.awaitCorrection(of: key)
    }
    pages?.renew(digest.id)
    delivery.pump()
    connection.reply(["ok": .bool(true), "digests": .integer(1)])
  }
}
