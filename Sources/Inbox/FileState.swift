// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// By what it is seen whether a file is still the same: size, times, and the file system's handle of it.
///
/// The handle and not the inode's number, which ext4 gives to the next file at once. Times are nanoseconds
/// since 1970 and are only ever compared for equality: clocks of droppers lie.
package struct FileState: Sendable, Hashable {
  package var size: Int64
  package var modified: Int64
  package var changed: Int64
  /// Empty where the file system has no handles.
  package var handle: [UInt8]

  package init(size: Int64, modified: Int64, changed: Int64, handle: [UInt8]) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.handle = handle
  }

  /// The state of an entry of an open folder, or of the descriptor itself where the name is empty.
  init(_ status: stat, in directory: Int32, named name: [UInt8]) {
    self.init(
      size: Int64(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), handle: Self.handle(in: directory, named: name))
  }

  /// The file system's handle of an entry, or of the descriptor itself where the name is empty.
  static func handle(in directory: Int32, named name: [UInt8]) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: 128)
    let length = name.withCString { minuted_file_handle(directory, $0, &room, 128) }
    return Array(room.prefix(max(0, Int(length))))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension [UInt8] {
  /// Calls the body with the bytes as a C string; a file name holds no NUL.
  func withCString<T>(_ body: (UnsafePointer<CChar>) -> T) -> T {
    (self + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        guard let base = chars.baseAddress else { return body("") }
        return body(base)
      }
    }
  }
}
