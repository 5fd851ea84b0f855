// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Where an export goes: standard output, or a file that appears when it is whole.
final class ExportTarget {
  private let path: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// The file that is written until all is there.
  private var part: String? { path.map { $0 + ".part" } }

  /// Nil is standard output. A file that lies there already is not written over unless `replaces`.
  init(path: String?, replaces: Bool) throws(InputError) {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    try Self.check(path, replaces)
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
  }

  /// Throws for a file that lies there and may not be written over.
  static func check(_ path: String, _ replaces: Bool) throws(InputError) {
    if !replaces, access(path, F_OK) == 0 {
      throw InputError(path: path, "is there already; give another name, or --force")
    }
  }

  func write(_ bytes: [UInt8]) throws(InputError) {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Ends it: the file stands under its name.
  func end() throws(InputError) {
    try flush()
    guard let path, let part else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(part, path) == 0 else {
      throw InputError(path: path, code: errno)
    }
  }

  private func flush() throws(InputError) {
    defer { buffer = [] }
    guard let path, let part else { return Output.write(buffer) }
    let code = Output.send(buffer, to: descriptor)
    guard code == 0 else {
      unlink(part)
      throw InputError(path: path, code: code)
    }
  }
}
