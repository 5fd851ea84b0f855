// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc

/// Files that are to be there after a power cut, and names that change hands at once.
enum Disk {
  /// Gives a finished file its name; both are on the disk afterwards.
  static func finish(_ part: String, as path: String) throws(InputError) {
    try sync(part)
    guard rename(part, path) == 0 else { throw InputError(writing: path, code: errno) }
    try sync(folder(of: path))
  }

  /// Writes a new file with its rights and owner.
  static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t, owner: (uid_t, gid_t)
  ) throws(InputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw InputError(writing: path, code: errno) }
    defer { close(descriptor) }
    let code = Output.send(bytes, to: descriptor)
    guard code == 0 else { throw InputError(writing: path, code: code) }
    guard fchmod(descriptor, mode) == 0, fchown(descriptor, owner.0, owner.1) == 0 else {
      throw InputError(writing: path, code: errno)
    }
  }

  /// Makes an empty file for its owner alone, where nothing lies under the name any more: whatever keeps it
  /// from being written is known before the work begins.
  static func makeEmpty(_ part: String, for path: String) throws(InputError) {
    unlink(part)
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw InputError(writing: path, code: errno) }
    close(descriptor)
  }

  /// Makes a folder with its rights and owner; one that is there stays as it is.
  static func makeFolder(_ path: String, mode: mode_t, owner: (uid_t, gid_t)) throws(InputError) {
    if mkdir(path, mode) != 0 {
      guard errno == EEXIST else { throw InputError(writing: path, code: errno) }
      return
    }
    guard chmod(path, mode) == 0, chown(path, owner.0, owner.1) == 0 else {
      throw InputError(writing: path, code: errno)
    }
  }

  /// Has all that was written to the disk that a path lies on reach it.
  static func syncAll(of path: String) throws(InputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(writing: path, code: errno) }
    defer { close(descriptor) }
    guard minuted_syncfs(descriptor) == 0 else { throw InputError(writing: path, code: errno) }
  }

  /// Bytes that may still be written where a path lies.
  static func room(at path: String) throws(InputError) -> UInt64 {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw InputError(writing: path, code: errno) }
    let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return overflow ? .max : bytes
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func sync(_ path: String) throws(InputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(writing: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw InputError(writing: path, code: errno) }
  }
}
