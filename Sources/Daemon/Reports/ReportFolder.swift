// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Settings

/// The folder that pages are written into, `ReportDirectory=`: whole or not at all.
struct ReportFolder {
  /// Why a page could not be written.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

  let path: String

  /// The folder under a path that an administrator named: one that the service cannot see or write stops the
  /// start, with the drop-in that would mend it. It is made where it is missing.
  ///
  /// A disk that is full stops nothing: pages wait.
  static func named(_ path: String) throws(StartupError) -> ReportFolder {
    let folder = ReportFolder(path: path)
    do throws(Failure) { try folder.write(Array("minuted\n".utf8), as: trial) } catch {
      let isForbidden = [EACCES, EPERM, EROFS, ENOENT, ENOTDIR, ELOOP].contains(error.code)
      if isForbidden { throw unusable(path, error.code) }
    }
    unlink("\(path)/\(trial)")
    return folder
  }

  private static let trial = ".minuted"

  func exists(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }

  /// True where there was such a file, which is gone now.
  func remove(_ name: String) -> Bool { unlink("\(path)/\(name)") == 0 }

  /// Writes a file so that nobody sees half of it, now or after a power cut.
  func write(_ bytes: [UInt8], as name: String) throws(Failure) {
    let (target, temporary) = ("\(path)/\(name)", "\(path)/.\(name).tmp")
    // What is left of a crash, or stands there and is no file, is not written into.
    unlink(temporary)
    let descriptor = try make(temporary, O_EXCL, for: target)
    var code = Self.send(bytes, to: descriptor)
    if code == 0, fdatasync(descriptor) != 0 { code = errno }
    close(descriptor)
    if code == 0, rename(temporary, target) != 0 { code = errno }
    if code == 0 { return }
    unlink(temporary)
    throw Failure(path: target, code: code)
  }

  /// A disk without room, as the system calls it.
  static let full = ENOSPC

  /// Writes a few bytes over as many of before, without waiting for the disk: what may be lost at the worst.
  func note(_ bytes: [UInt8], as name: String) throws(Failure) {
    let target = "\(path)/\(name)"
    let descriptor = try make(target, 0, for: target)
    let code = Self.send(bytes, to: descriptor)
    close(descriptor)
    if code != 0 { throw Failure(path: target, code: code) }
  }

  /// A new file, in a folder that is made where it is missing.
  private func make(_ file: String, _ more: Int32, for target: String) throws(Failure) -> Int32 {
    // What a stranger with rights to the folder put there is not written through.
    let flags = more | O_WRONLY | O_CREAT | Self.careful
    var descriptor = open(file, flags, 0o640)
    if descriptor < 0, errno == ENOENT {
      if mkdir(path, 0o750) != 0, errno != EEXIST { throw Failure(path: path, code: errno) }
      descriptor = open(file, flags, 0o640)
    }
    guard descriptor >= 0 else { throw Failure(path: target, code: errno) }
    guard Self.isFile(descriptor) else {
      close(descriptor)
      throw Failure(path: target, code: ENXIO)
    }
    return descriptor
  }

  /// How a name is opened that a stranger may have made: a FIFO there would wait for its other end for ever.
  private static let careful = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  private static func isFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The bytes of a small file, or none.
  func read(_ name: String) -> [UInt8] {
    let descriptor = open("\(path)/\(name)", O_RDONLY | Self.careful)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    guard Self.isFile(descriptor) else { return [] }
    var room = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &room, room.count)
    return count > 0 ? Array(room.prefix(count)) : []
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + sent, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      sent += count
    }
    return 0
  }
}
