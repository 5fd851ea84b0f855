// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file named on the command line, or standard input for `-`.
struct InputFile {
  let path: String

  /// The name that a reading is printed under, without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// All its bytes; a failure says which file, what is wrong and what to do.
  func bytes() throws(InputError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw InputError(path: path, code: errno) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// A file that could not be read by the system.
struct InputError: Error, CustomStringConvertible {
  let path: String
  let code: Int32

  var description: String {
    let reason = String(cString: strerror(code))
    return code == EACCES
      ? "\(path): \(reason); make it readable: chmod a+r, or ask its owner"
      : "\(path): \(reason); check the name and try again"
  }
}
