// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Reads small trusted files and lists their folders with plain system calls.
///
/// Foundation would do the same but costs more than all the rest of a start of `minutectl`.
enum DiskReader {
  /// What a system call answered, for a person to read.
  struct Failure: Error, CustomStringConvertible {
    var code: Int32
    var description: String { String(cString: strerror(code)) }
    /// True where there is simply nothing at that path.
    var isAbsence: Bool { code == ENOENT || code == ENOTDIR }
  }

  /// All bytes of the file at `path`.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(code: errno) }
    // systemd masks a file by a link to /dev/null.
    if status.st_mode & S_IFMT == S_IFCHR { return [] }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(code: EISDIR) }
    return try rest(of: descriptor, expecting: Int(status.st_size))
  }

  /// Reads on until the end, because a file may grow between `fstat` and `read`.
  private static func rest(of descriptor: Int32, expecting size: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = false
    while !end {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: max(size - bytes.count + 1, 4096)) { buffer, count in
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { failure = errno }
        count = max(got, 0)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw Failure(code: failure) }
      end = chunk.isEmpty
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    return bytes
  }

  /// The names in the folder at `path` that end in `suffix`, sorted by their bytes; dot files are left out.
  ///
  /// A listing that breaks off throws: with half of its tables a lexicon would read everything wrong.
  static func names(in path: String, ending suffix: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw Failure(code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw Failure(code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// True where `path` is a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
