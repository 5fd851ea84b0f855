// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Glibc
internal import Inbox
internal import Minutes
internal import Settings

/// What the control socket is asked for.
///
/// An import hands in one descriptor after another; `import-end` reads them all and tells them in order of
/// date.
extension Daemon {
  func answer(_ request: ControlRequest, _ connection: ControlConnection) {
    switch request.verb {
    case "import": importFile(request, connection)
    case "retry": retry(request, connection)
    case "retry-all": retryAll(connection)
    case "status": report(to: connection)
    case "import-end": whenReread { [weak self, weak connection] in connection.map { self?.endImport($0) } }
    default:
      connection.refuse(
        "\(request.verb) is not known", hint: "this daemon knows import, import-end, retry, retry-all and status")
    }
  }

  private func importFile(_ request: ControlRequest, _ connection: ControlConnection) {
    let descriptor = connection.takeDescriptor()
    defer { if let descriptor { close(descriptor) } }
    guard connection.isAdministrator else {
      return connection.refuse("only root and members of minuted-admin may import", hint: "run it with sudo")
    }
    guard let descriptor, let name = request.name,
      let provenance = Provenance(rawValue: request.provenance ?? "report")
    else {
      return connection.refuse(
        "import needs a name, a provenance and a descriptor", hint: "use minutectl import")
    }
    do throws(InboxError) {
      let intake = try Intake(
        folder: state.path, spool: state.spool, store: state.store,
        limit: Int64(setup.configuration.maxFileSize))
      switch try intake.take(descriptor, named: FileName(name)) {
      case .success(let taken):
        connection.imported.append(ArrivedFile(importing: taken, provenance))
        connection.reply(["ok": .bool(true)])
      case .failure(let error): connection.refuse("cannot be read: \(error)", hint: "give a regular file")
      }
    } catch {
      fail(error)
      connection.refuse("\(error)", hint: "run the import again when there is room")
    }
  }

  /// Enters all that this client handed in as one batch; it is answered when the batch is told.
  private func endImport(_ connection: ControlConnection) {
    let files = connection.imported
    connection.imported = []
    guard let refused = refused(among: files) else { return }
    begin(files) { [weak connection] entered, batch in
      let tally = batch.tally
      // A container counts as the documents that it held.
      let unchanged = files.count - entered - refused
      connection?.reply([
        "ok": .bool(true), "files": .integer(batch.files + unchanged + refused), "digests": .integer(tally.digests),
        "duplicates": .integer(tally.duplicates), "sources": .integer(tally.sources),
        "rejected": .integer(tally.rejected), "unchanged": .integer(unchanged),
        "refused": .integer(refused),
      ])
    }
  }

  /// How many of these files are known as refused: handing them in again does not read them again.
  private func refused(among files: [ArrivedFile]) -> Int? {
    var count: Int?
    guarded { () throws(ArchiveError) in
      let refused = Dictionary(grouping: try archive.rejected(limit: .max), by: \.file.name)
      count = files.count { file in refused[file.name]?.contains { $0.file.sha256 == file.sha256 } == true }
    }
    return count
  }
}

extension ArrivedFile {
  private static let importPrefix = "import:"

  /// True for a file that was handed in over the control socket.
  var isImported: Bool { name.starts(with: Self.importPrefix.utf8) }

  /// A file that was handed in over the control socket; it lies in no drop folder.
  init(importing taken: Taken, _ provenance: Provenance) {
    self.init(
      name: Array(Self.importPrefix.utf8) + taken.name.bytes, display: taken.name.description,
      sha256: taken.sha256,
      size: taken.state.size, mtime: taken.state.modified, ctime: taken.state.changed,
      handle: taken.state.handle,
      provenance: provenance)
  }
}
