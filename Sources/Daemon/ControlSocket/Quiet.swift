// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

extension Daemon {
  /// Does what a client asks for between two turns, when neither old documents nor a batch are worked on;
  /// not at all where the client has gone by then.
  func whenQuiet(
    for connection: ControlConnection,
    _ body: @escaping (Daemon, ControlConnection) throws(ArchiveError) -> Void
  ) {
    whenReread { [weak self, weak connection] in
      self?.whenFree { [weak self, weak connection] () throws(ArchiveError) in
        guard let self, let connection else { return }
        try body(self, connection)
      }
    }
  }

  /// The one digest that an id begins with; where there is none or several the client is told.
  func digest(named id: String, for connection: ControlConnection) throws(ArchiveError) -> KeptDigest? {
    let found = try archive.digests(prefix: id)
    if found.count == 1 || found.first?.id == id { return found.first }
    connection.refuse(
      found.isEmpty
        ? Saying("no digest begins with \(id)", "没有编号以 \(id) 开头的摘要")
        : Saying("more than one digest begins with \(id)", "编号以 \(id) 开头的摘要不止一份"),
      hint: Saying("minutectl list shows the ids of digests", "编号见 minutectl list"))
    return nil
  }
}
