// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file named on the command line, or standard input for `-`.
struct InputFile {
  let path: String

  /// No report is larger; the daemon, whose memory is bounded, takes less unasked (`MaxFileSize=`).
  static let limit = 64 << 20

  /// The name that a reading is printed under, without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// All its bytes; a failure says which file, what is wrong and what to do.
  func bytes() throws(InputError) -> [UInt8] {
    if path == "-" { return try bytes(from: STDIN_FILENO) }
    // Opening a FIFO that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
    defer { close(descriptor) }
    try check(descriptor)
    return try bytes(from: descriptor)
  }

  private func check(_ descriptor: Int32) throws(InputError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputError(path: path, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw InputError(path: path, "is a folder; give its files, or minutectl import it")
    default: throw InputError(path: path, "is no regular file; give what it holds on standard input, as -")
    }
  }

  private func bytes(from descriptor: Int32) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw InputError(path: path, code: errno) }
      bytes.append(contentsOf: chunk[..<count])
    }
    throw InputError(path: path, "is larger than \(Self.limit >> 20) MB; split it into its reports")
  }
}
