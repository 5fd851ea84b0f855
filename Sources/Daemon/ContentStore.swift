// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Glibc

/// Original bytes by their SHA-256, as the inbox put them there.
struct ContentStore {
  /// The folder; each file lies in a sub-folder named by its first two digits.
  let path: String

  func place(of sha256: String) -> String { "\(path)/\(sha256.prefix(2))/\(sha256)" }

  /// The bytes, or nil where they are gone.
  ///
  /// Throws where they cannot be read, for want of a descriptor, say: that is no fault of the document's.
  func bytes(of sha256: String) throws(ArchiveError) -> [UInt8]? {
    let descriptor = open(place(of: sha256), O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw failure(sha256) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(sha256) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(sha256) }
      if count == 0 { return nil }
      filled += count
    }
    return bytes
  }

  /// Removes the bytes; where they are not there, nothing.
  func remove(_ sha256: String) { unlink(place(of: sha256)) }

  /// Removes the bytes of many, and has it on the disk that they are gone.
  func remove(_ hashes: [String]) {
    let gone = hashes.filter { unlink(place(of: $0)) == 0 }
    for folder in Set(gone.map { "\(path)/\($0.prefix(2))" }).sorted() {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
  }

  private func failure(_ sha256: String) -> ArchiveError {
    .unreadable(place(of: sha256), String(cString: strerror(errno)))
  }
}
