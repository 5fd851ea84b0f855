// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// A file of the drop folder, opened so that it can be nothing but a regular file of this folder.
struct SourceFile {
  private let descriptor: Int32
  /// Its state when it was opened.
  let state: FileState

  /// Opens a file component by component, following no link and waiting for no pipe.
  static func open(_ name: FileName, in folder: String) -> Result<SourceFile, IntakeError> {
    guard let last = name.components.last, let root = FolderHandle(path: folder),
      let parent = FolderHandle.open(folder, name.components.dropLast())
    else { return .failure(failure(errno)) }
    // The folder's device and not the file's, which on an overlay may be that of the layer below.
    guard parent.device == root.device else { return .failure(.notRegular) }
    // O_NONBLOCK: between the look and this call a pipe may have taken the file's place.
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC
    let descriptor = last.withCString { minuted_openat(parent.descriptor, $0, flags, 0) }
    guard descriptor >= 0 else { return .failure(failure(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, minuted_is_regular(status.st_mode) != 0 else {
      Glibc.close(descriptor)
      return .failure(.notRegular)
    }
    return .success(SourceFile(descriptor: descriptor, state: FileState(status, in: descriptor, named: [])))
  }

  private init(descriptor: Int32, state: FileState) {
    self.descriptor = descriptor
    self.state = state
  }

  /// A descriptor that was handed in, or nil where it is no regular file; read from its beginning.
  init?(given descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, minuted_is_regular(status.st_mode) != 0,
      lseek(descriptor, 0, SEEK_SET) == 0
    else { return nil }
    self.init(descriptor: descriptor, state: FileState(status, in: descriptor, named: []))
  }

  func close() { Glibc.close(descriptor) }

  /// Copies the file and returns its SHA-256; `changed` where it was not the same before and after.
  ///
  /// Throws where the copy cannot be written, which concerns the disk and not the file.
  func copy(to target: Int32, named path: String) throws(InboxError) -> Result<String, IntakeError> {
    let hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    var copied: Int64 = 0
    while copied <= state.size {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .failure(Self.failure(errno)) }
      if count == 0 { break }
      copied += Int64(count)
      try Self.write(buffer[..<count], to: target, named: path)
      buffer[..<count].withUnsafeBytes { hash.update($0) }
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, copied == state.size,
      FileState(status, in: descriptor, named: []) == state
    else { return .failure(.changed) }
    return .success(hash.hex())
  }

  /// Writes all of the bytes; throws what the disk says.
  static func write(
    _ bytes: ArraySlice<UInt8>, to target: Int32, named path: String
  ) throws(InboxError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(target, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw InboxError(call: "write", path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// What a failed open or read means for the file: gone, not to be read, or to be tried again.
  private static func failure(_ code: Int32) -> IntakeError {
    switch code {
    case ENOENT, ENOTDIR, ESTALE: .gone
    case EMFILE, ENFILE, ENOMEM, EAGAIN, EINTR: .busy(code)
    case ELOOP, ENXIO, EISDIR: .notRegular
    default: .unreadable(code)
    }
  }
}
