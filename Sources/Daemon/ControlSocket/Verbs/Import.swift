// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Glibc
internal import Inbox
internal import Minutes
internal import Settings

extension ControlVerb {
  /// Hands in one file by its descriptor.
  static var importFile: ControlVerb {
    ControlVerb("import", .write) { daemon, request, connection in daemon.importFile(request, connection) }
  }

  /// Reads all that was handed in and tells it in order of date.
  static var importEnd: ControlVerb {
    ControlVerb("import-end", .write) { daemon, request, connection in
      daemon.whenReread { [weak daemon, weak connection] in
        connection.map { daemon?.endImport($0, request) }
      }
    }
  }
}

extension Daemon {
  fileprivate func importFile(_ request: ControlRequest, _ connection: ControlConnection) {
    let descriptor = connection.takeDescriptor()
    defer { if let descriptor { close(descriptor) } }
    guard let descriptor, let name = request.text("name"),
      let provenance = Provenance(rawValue: request.text("provenance") ?? "report")
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
      case .failure(let error):
        connection.refuse(
          Saying("cannot be read: \(error)", "读不了：\(error)"), hint: Saying("give a regular file", "请给普通文件"))
      }
    } catch {
      fail(error)
      connection.refuse("\(error)", hint: Saying("run the import again when there is room", "腾出空间后再导入一次"))
    }
  }

  /// Enters all that this client handed in as one batch; it is answered when the batch is told.
  fileprivate func endImport(_ connection: ControlConnection, _ request: ControlRequest) {
    let files = connection.imported
    connection.imported = []
    guard let refused = refused(among: files) else { return }
    if !files.isEmpty {
      guarded { () throws(ArchiveError) in
        try archive.keep(connection.edit(request, target: "", ["files": String(files.count)]))
      }
    }
    begin(files) { [weak connection] entered, batch in
      let tally = batch.tally
      // A container counts as the documents that it held.
      let unchanged = files.count - entered - refused
      connection?.reply([
        "ok": .bool(true), "files": .integer(batch.files + unchanged + refused),
        "digests": .integer(tally.digests),
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
