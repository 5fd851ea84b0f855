// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Glibc

/// Where a command writes a whole file: `-o FILE`, or standard output.
struct OutputFile {
  /// Nil or `-` for standard output.
  let path: String?
  /// True where a file that lies there already may be written over.
  let replaces: Bool

  /// Writes all or nothing: a reader never sees half of a page, and a full disk leaves the old one.
  func write(_ bytes: [UInt8]) throws {
    guard let path, path != "-" else { return Output.write(bytes) }
    // What is no regular file (a pipe, /dev/stdout) is written into and not replaced.
    var status = stat()
    let isThere = stat(path, &status) == 0
    let isPlain = !isThere || status.st_mode & S_IFMT == S_IFREG
    if isThere, isPlain, !replaces {
      Output.complain("\(path): is there already; give another name with -o, or --force")
      throw ExitCode(1)
    }
    let target = isPlain ? "\(path).\(getpid()).tmp" : path
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.complained(path) }
    let isWritten = Output.send(bytes, to: descriptor) == 0 && close(descriptor) == 0
    if isWritten, !isPlain || rename(target, path) == 0 { return }
    let error = Self.complained(path)
    if isPlain { unlink(target) }
    throw error
  }

  private static func complained(_ path: String) -> ExitCode {
    let reason = String(cString: strerror(errno))
    Output.complain("\(path): cannot be written: \(reason); give another file with -o")
    return ExitCode(1)
  }
}
