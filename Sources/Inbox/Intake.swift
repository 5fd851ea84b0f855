// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// Copies files from the drop folder into the content-addressed store.
///
/// The order is the proof that nothing is lost: copy while hashing → the file is the same before and after →
/// fsync → rename to its hash → fsync of the folder; only then may the ledger say that it was taken. A crash
/// before leaves a file in `spool` that `clean` removes, and the report still in the drop folder.
package struct Intake: Sendable {
  /// What came of one file.
  package struct Outcome: Sendable {
    package var name: FileName
    package var result: Result<Taken, IntakeError>
  }

  private struct Staged {
    var sha256: String
    var path: String
  }

  /// From this many files on, one sync of the whole disk is cheaper than one of each file.
  private static let manyFiles = 8

  private let folder: String
  private let spool: String
  private let store: String
  private let limit: Int64

  /// `spool` and `store` must lie on one file system; they are made where they are missing. `limit` is in
  /// bytes.
  package init(folder: String, spool: String, store: String, limit: Int64) throws(InboxError) {
    self.folder = folder
    self.spool = spool
    self.store = store
    self.limit = limit
    for path in [spool, store] {
      guard mkdir(path, 0o750) == 0 || errno == EEXIST else {
        throw InboxError(call: "mkdir", path: path, code: errno)
      }
    }
  }

  /// Where the bytes with this hash are stored: `store/3f/3f9a…`.
  package func path(of sha256: String) -> String { "\(store)/\(sha256.prefix(2))/\(sha256)" }

  /// Removes what an interrupted copy has left; at start, and after a failure.
  ///
  /// What it had renamed into the store already counts as stored from now on, so its name must be durable, in
  /// whichever sub-folder it is: one sync of the whole disk.
  package func clean() throws(InboxError) {
    if let handle = FolderHandle(path: spool), let names = handle.names() {
      for name in names { _ = name.withCString { unlinkat(handle.descriptor, $0, 0) } }
    }
    guard let handle = FolderHandle(path: store), minuted_syncfs(handle.descriptor) == 0 else {
      throw InboxError(call: "syncfs", path: store, code: errno)
    }
  }

  /// Takes a batch of files, with one outcome for each, in order; all that succeeded are durable when it
  /// returns.
  ///
  /// A file that is found empty and may not be so is being written anew: `changed`.
  ///
  /// Throws for what concerns the machine: the disk is full (`isFull`; nothing was taken), or writing failed.
  package func take(_ candidates: [Candidate]) throws(InboxError) -> [Outcome] {
    var outcomes: [Outcome] = []
    var staged: [Staged] = []
    do {
      for (number, candidate) in candidates.enumerated() {
        let copy = "\(spool)/\(number)"
        let result = try stage(candidate, to: copy)
        outcomes.append(Outcome(name: candidate.name, result: result))
        if case .success(let taken) = result, !taken.isStored {
          staged.append(Staged(sha256: taken.sha256, path: copy))
        } else {
          unlink(copy)
        }
      }
      try commit(staged)
    } catch {
      try clean()
      throw error
    }
    return outcomes
  }

  /// Takes a file that somebody else has opened, under the name it is to have; the caller closes it.
  ///
  /// Example: an import hands in `2023/2023-02-21-shenzhen.txt` from a folder that the service cannot see.
  package func take(_ descriptor: Int32, named name: FileName) throws(InboxError) -> Result<
    Taken, IntakeError
  > {
    let copy = "\(spool)/import"
    defer { unlink(copy) }
    guard let source = SourceFile(given: descriptor) else { return .failure(.notRegular) }
    let result = try stage(source, name, to: copy)
    if case .success(let taken) = result, !taken.isStored {
      try commit([Staged(sha256: taken.sha256, path: copy)])
    }
    return result
  }

  /// Keeps documents that came within another one, and returns their hashes, in order; all are durable then.
  ///
  /// Example: the reports in a ZIP, which lie in no folder.
  package func keep(_ documents: [[UInt8]]) throws(InboxError) -> [String] {
    do throws(InboxError) {
      var hashes: [String] = []
      var staged: [Staged] = []
      for (number, bytes) in documents.enumerated() {
        let copy = "\(spool)/member-\(number)"
        let sha256 = SHA256.hex(bytes)
        hashes.append(sha256)
        if access(path(of: sha256), F_OK) == 0 { continue }
        try write(bytes, to: copy)
        staged.append(Staged(sha256: sha256, path: copy))
      }
      try commit(staged)
      return hashes
    } catch {
      try clean()
      throw error
    }
  }

  private func write(_ bytes: [UInt8], to copy: String) throws(InboxError) {
    let target = minuted_openat(AT_FDCWD, copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard target >= 0 else { throw InboxError(call: "open", path: copy, code: errno) }
    defer { close(target) }
    try SourceFile.write(bytes[...], to: target, named: copy)
  }

  /// Copies one file into the spool, hashing it on the way.
  private func stage(
    _ candidate: Candidate, to copy: String
  ) throws(InboxError) -> Result<Taken, IntakeError> {
    switch SourceFile.open(candidate.name, in: folder) {
    case .success(let source):
      defer { source.close() }
      if source.state.size == 0, !candidate.mayBeEmpty { return .failure(.changed) }
      return try stage(source, candidate.name, to: copy)
    case .failure(let error): return .failure(error)
    }
  }

  private func stage(
    _ source: SourceFile, _ name: FileName, to copy: String
  ) throws(InboxError) -> Result<Taken, IntakeError> {
    if source.state.size > limit {
      return .failure(.tooLarge(source.state.size, limit: limit, state: source.state))
    }
    let target = minuted_openat(AT_FDCWD, copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard target >= 0 else { throw InboxError(call: "open", path: copy, code: errno) }
    defer { close(target) }
    return try source.copy(to: target, named: copy).map { sha256 in
      let isStored = access(path(of: sha256), F_OK) == 0
      return Taken(name: name, sha256: sha256, state: source.state, isStored: isStored)
    }
  }

  /// Makes the copies durable, renames them to their hashes, and makes the names durable.
  private func commit(_ staged: [Staged]) throws(InboxError) {
    guard !staged.isEmpty else { return }
    try sync(staged.map(\.path), flags: O_RDONLY)
    var folders: Set<String> = []
    for file in staged {
      let target = path(of: file.sha256)
      let parent = String(target.prefix(store.utf8.count + 3))
      if folders.insert(parent).inserted { try make(parent, &folders) }
      guard rename(file.path, target) == 0 else {
        throw InboxError(call: "rename", path: target, code: errno)
      }
    }
    try sync(folders.sorted(), flags: O_RDONLY | O_DIRECTORY)
  }

  /// Makes a sub-folder of the store; only a new one makes the store itself worth a sync.
  private func make(_ parent: String, _ folders: inout Set<String>) throws(InboxError) {
    if mkdir(parent, 0o750) == 0 {
      folders.insert(store)
    } else if errno != EEXIST {
      throw InboxError(call: "mkdir", path: parent, code: errno)
    }
  }

  private func sync(_ paths: [String], flags: Int32) throws(InboxError) {
    let isWhole = paths.count >= Self.manyFiles
    for path in isWhole ? [spool] : paths {
      let file = minuted_openat(AT_FDCWD, path, isWhole ? O_RDONLY | O_DIRECTORY : flags, 0)
      guard file >= 0 else { throw InboxError(call: "open", path: path, code: errno) }
      defer { close(file) }
      guard (isWhole ? minuted_syncfs(file) : fsync(file)) == 0 else {
        throw InboxError(call: isWhole ? "syncfs" : "fsync", path: path, code: errno)
      }
    }
  }
}
