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
  /// What keeps a copy from being made: the copy's own place, unless it is the original that cannot be read.
  static func copying(_ error: any Error, from path: String, to target: String) -> ArchiveError {
    // What is in the making has its name with an end that goes when it is whole.
    let target = target.hasSuffix(".part") ? String(target.dropLast(5)) : target
    return switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL?:
      ArchiveError(
        .full, path: target, what: "there is no room for it",
        hint: "make space there, or name a place on another disk; nothing was changed")
    case .SQLITE_CANTOPEN?, .SQLITE_READONLY?, .SQLITE_PERM?, .SQLITE_IOERR?:
      ArchiveError(
        .failing, path: target, what: "cannot be written (\(error))",
        hint: "name another place; nothing was changed")
    default: ArchiveError(error, path: path)
    }
  }

  /// What a file says that was given as a backup and cannot be read as one.
  static func backup(_ error: any Error, path: String) -> ArchiveError {
    var told = ArchiveError(error, path: path)
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_NOTADB?:
      (told.what, told.hint) = ("is no backup", "give a file that minutectl backup has written")
    case .SQLITE_CORRUPT?:
      (told.what, told.hint) = ("is damaged (\(error))", "nothing was touched; take another backup")
    case .SQLITE_CANTOPEN?, .SQLITE_IOERR?:
      told.what = "cannot be read (\(error))"
      told.hint = "look at the disk that it lies on, or take another backup"
    default: break
    }
    if told.reason == .newer {
      told.what = told.what.replacing("this archive", with: "this backup")
      told.hint = "install that minuted or a newer one here, then restore it"
    }
    return told
  }

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
