// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

extension ControlVerb {
  /// How the daemon itself is, which no file tells.
  static var status: ControlVerb {
    ControlVerb("status", .read) { daemon, _, connection in daemon.report(to: connection) }
  }
}

extension Daemon {
  fileprivate func report(to connection: ControlConnection) {
    let folders = inlets.map { inlet in
      JSONValue.object([
        "path": .string(inlet.path), "service": .string(inlet.service), "waiting": .integer(inlet.waiting),
      ])
    }
    connection.reply([
      "ok": .bool(true), "rules": .string(setup.rules), "folders": .array(folders),
      "journal": .optional(delivery.complaint), "journal_reason": .optional(delivery.complaintReason),
      "disk_full": .bool(disk.isFull),
      "rereading": .integer(rereading.left), "refused_reload": .optional(complaint), "batch": progress,
    ])
  }

  /// The import or burst that is under way, and how far it is.
  private var progress: JSONValue {
    guard let batch = (try? archive.openBatch()) ?? nil, let left = try? archive.left(ofBatch: batch.id)
    else {
      return .null
    }
    return .object([
      "kind": .string(batch.kind.rawValue), "files": .integer(batch.files), "unread": .integer(left.unread),
      "untold": .integer(left.untold),
    ])
  }
}
