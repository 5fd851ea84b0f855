// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The journal's files on disk, for making what was found in them durable.
///
/// A visible entry is not yet a durable one: journald syncs every five minutes, and a power cut takes what
/// came since. A reader may call fsync on its own read-only descriptor, which writes the same pages out.
package struct JournalFiles: Sendable {
  private let folders: [String]

  /// The folders that hold one folder for each machine and namespace.
  package init(folders: [String] = ["/var/log/journal", "/run/log/journal"]) {
    self.folders = folders
  }

  /// Syncs each active file that entries of a system service go to, and returns how many there were.
  ///
  /// Archived files carry an @ in their names and were synced when they were closed. Throws for a file that
  /// can be seen and not be synced; a missing folder is no error (Storage=volatile has no /var/log/journal).
  package func sync() throws(JournalError) -> Int {
    var synced = 0
    for folder in folders {
      for machine in names(in: folder) where !machine.hasPrefix(".") {
        synced += try sync("\(folder)/\(machine)/system.journal") ? 1 : 0
      }
    }
    return synced
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
