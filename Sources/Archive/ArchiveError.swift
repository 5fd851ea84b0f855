// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Glibc

/// What keeps the archive from answering: what happened, which file, and what to do.
///
/// It concerns the daemon, never one document. `newer` and `foreign` stop the start with exit code 78; `full`
/// means that files wait in the folder until there is space; after `failing` the daemon ends and recovers, it
/// never retries.
package struct ArchiveError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// A newer minuted has written the database.
    case newer
    /// The database has an older form and this process may not change it.
    case older
    /// There is no database yet, or it cannot be opened.
    case absent
    /// The file is no archive, or is damaged.
    case foreign
    case full
    case failing
  }

  package var reason: Reason
  package var path: String
  package var what: String
  package var hint: String

  init(_ reason: Reason, path: String, what: String, hint: String) {
    self.reason = reason
    self.path = path
    self.what = what
    self.hint = hint
  }
}

extension ArchiveError {
  /// A kept document that is there and cannot be read.
  package static func unreadable(_ path: String, _ what: String) -> ArchiveError {
    ArchiveError(
      .failing, path: path, what: "cannot read a kept document (\(what))", hint: "look at the disk's health")
  }
}

extension ArchiveError: CustomStringConvertible {
  package var description: String { "\(path): \(what); \(hint)" }
}

extension ArchiveError {
  /// What SQLite or a decoder says, in our words.
  init(_ error: any Error, path: String) {
    if let error = error as? ArchiveError {
      self = error
      return
    }
    let what = String(describing: error)
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL?:
      self.init(.full, path: path, what: "the disk is full", hint: "make space; nothing is lost meanwhile")
    case .SQLITE_CANTOPEN? where access(path, R_OK) != 0 && errno == EACCES:
      self.init(
        .absent, path: path, what: "this user may not read the archive",
        hint: "be a member of group minuted, or run it with sudo")
    case .SQLITE_CANTOPEN?, .SQLITE_PERM?, .SQLITE_READONLY?:
      self.init(
        .absent, path: path, what: "cannot open the archive (\(what))",
        hint: "minuted makes it at its first start; to read it, be a member of group minuted")
    case .SQLITE_BUSY?, .SQLITE_LOCKED?:
      self.init(
        .failing, path: path, what: "another process writes this archive", hint: "stop the second minuted")
    case .SQLITE_NOTADB?, .SQLITE_CORRUPT?, nil:
      self.init(.foreign, path: path, what: "the archive cannot be read (\(what))", hint: "restore a backup")
    default:
      self.init(.failing, path: path, what: "the archive failed (\(what))", hint: "look at the disk's health")
    }
  }
}
