// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// A digest is withdrawn: members `digest` and `reason`.
  ///
  /// Its meeting stays, and goes on being compared with.
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
    let retracting = Retracting(pipeline, connection.edit(request, target: digest.id))
    answer(try retracting.retract(digest), of: digest, connection)
  }

  fileprivate func unretract(
    _ digest: KeptDigest, _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    let retracting = Retracting(pipeline, connection.edit(request, target: digest.id))
    answer(try retracting.takeBack(digest), of: digest, connection)
  }

  private func answer(
    _ outcome: Result<Void, EditRefusal>, of digest: KeptDigest, _ connection: ControlConnection
  ) {
    switch outcome {
    case .failure(let refusal): connection.refuse(refusal.what, hint: refusal.hint)
    case .success:
      pages?.renew(digest.id)
      delivery.pump()
      connection.reply(["ok": .bool(true), "digests": .integer(1)])
    }
  }
}
