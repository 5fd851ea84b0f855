// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// All kept documents are read again, in the background; the answer comes when it is over.
  ///
  /// With `correct` nothing is read again: what the rules in force read otherwise than the digests say is
  /// told, for a `reason`; with `trial` as well it is only counted.
  static var reread: ControlVerb {
    ControlVerb("reread", .write) { daemon, request, connection in
      request.text("correct") == nil
        ? daemon.reread(request, connection) : daemon.correct(request, connection)
    }
  }
}

extension Daemon {
  fileprivate func correct(_ request: ControlRequest, _ connection: ControlConnection) {
    let isTrial = request.text("trial") != nil
    guard isTrial || request.text("reason") != nil else {
      return connection.refuse("corrections need a reason", hint: "give one with --reason; it is told")
    }
    whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
      var edit = connection.edit(request, target: "")
      if !isTrial { edit.id = try daemon.archive.keep(edit) }
      daemon.begin(RulesCorrection(for: edit, isTrial: isTrial)) { [weak connection] done in
        connection?.reply([
          "ok": .bool(true), "compared": .integer(done.compared), "corrected": .integer(done.corrected),
        ])
      }
    }
  }

  fileprivate func reread(_ request: ControlRequest, _ connection: ControlConnection) {
    whenReread { [weak self] in
      self?.whenFree { [weak self] () throws(ArchiveError) in
        guard let self else { return }
        try archive.keep(connection.edit(request, target: ""))
        try rereadAll()
        whenReread { [weak self, weak connection] in
          guard let rereading = self?.rereading else { return }
          connection?.reply([
            "ok": .bool(true), "read": .integer(rereading.read), "changed": .integer(rereading.changed),
          ])
        }
      }
    }
  }
}
