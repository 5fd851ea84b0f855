// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The journal's files on disk, for making what was found in them durable and for saying why nothing is.
///
/// A visible entry is not yet a durable one: journald syncs every five minutes, and a power cut takes what
/// came since. A reader may call fsync on its own read-only descriptor, which writes the same pages out.
package struct JournalFiles: Sendable {
  private let folders: [String]
  /// Files that are written no more and have been synced.
  private var archived: Set<String> = []

  /// The folders that hold one folder for each machine and namespace.
  package init(folders: [String] = ["/var/log/journal", "/run/log/journal"]) {
    self.folders = folders
  }

  /// Syncs each file that entries of a system service go to, or went to since the last call, and returns how
  /// many there were.
  ///
  /// An archived file carries an @ in its name. journald syncs it when it has rotated it, but not one that it
  /// found damaged or left behind when it was killed. Throws for a file that can be seen and not be synced; a
  /// missing folder is no error (Storage=volatile has no /var/log/journal).
  package mutating func sync() throws(JournalError) -> Int {
    var synced = 0
    for path in paths where !archived.contains(path) {
      guard try sync(path) else { continue }
      synced += 1
      if path.contains("@") { archived.insert(path) }
    }
    return synced
  }

  /// Why an entry that was taken cannot be seen, as far as the files tell.
  package func obstacle() -> JournalObstacle {
    let answers = paths.map { path in access(path, R_OK) == 0 }
    if answers.contains(true) { return .filtered }
    return answers.isEmpty && folders.allSatisfy(isOpen) ? .notStored : .unreadable
  }

  private var paths: [String] {
    let machines = folders.flatMap { folder in
      names(in: folder).filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    }
    return machines.flatMap { machine in
      names(in: machine).filter(Self.isOfSystem).map { "\(machine)/\($0)" }
    }
  }

  /// True for a file that entries of system services go to, or went to before it was rotated.
  private static func isOfSystem(_ name: String) -> Bool {
    name == "system.journal" || name.hasPrefix("system@")
  }

  /// True where nothing in the folder is hidden from us.
  private func isOpen(_ folder: String) -> Bool {
    names(in: folder).allSatisfy { access("\(folder)/\($0)", R_OK | X_OK) == 0 }
      && (access(folder, R_OK | X_OK) == 0 || errno == ENOENT)
  }

  private func sync(_ path: String) throws(JournalError) -> Bool {
    let file = minuted_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0)
    if file < 0, errno == ENOENT || errno == ENOTDIR { return false }
    guard file >= 0 else { throw JournalError(call: "open \(path)", code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw JournalError(call: "fsync \(path)", code: errno) }
    return true
  }

  private func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names.sorted()
  }
}
