// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

extension ControlVerb {
  /// All kept documents are read again, in the background; the answer comes when it is over.
  static var reread: ControlVerb {
    ControlVerb("reread", .write) { daemon, request, connection in daemon.reread(request, connection) }
  }
}

extension Daemon {
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
