// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// An open folder, closed with the value; the way to open what lies in it without following links.
///
/// Each component is opened by itself: openat2 would do it in one call but is not allowed in the unit
/// (RestrictSUIDSGID=yes answers ENOSYS). None is kept open while the daemon idles, or the folder's disk
/// could not be unmounted.
struct FolderHandle: ~Copyable {
  let descriptor: Int32
  let device: UInt64
  let inode: UInt64

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY

  private init?(owning descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    var status = stat()
    fstat(descriptor, &status)
    self.descriptor = descriptor
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// The drop folder itself; the administrator may have made its path a link.
  init?(path: String) {
    self.init(owning: minuted_openat(AT_FDCWD, path, Self.flags, 0))
  }

  deinit { close(descriptor) }

  /// Which folder this is, whatever its path.
  var identity: FolderIdentity {
    FolderIdentity(
      device: device, fileSystem: FileSystemKind.identifier(descriptor), inode: inode,
      handle: FileState.handle(in: descriptor, named: []))
  }

  /// The folder below by one component, or nil with errno.
  func folder(_ component: [UInt8]) -> FolderHandle? {
    FolderHandle(owning: component.withCString { minuted_openat(descriptor, $0, Self.flags | O_NOFOLLOW, 0) })
  }

  /// The folder below by any number of components, or nil with errno.
  static func open(_ path: String, _ components: ArraySlice<[UInt8]>) -> FolderHandle? {
    guard var folder = FolderHandle(path: path) else { return nil }
    for component in components {
      guard let next = folder.folder(component) else { return nil }
      folder = next
    }
    return folder
  }

  /// What stands under the name itself, a link not being followed, or nil with errno.
  func status(of component: [UInt8]) -> stat? {
    var status = stat()
    let result = component.withCString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return result == 0 ? status : nil
  }

  /// The names in the folder, in order of bytes, or nil with errno.
  func names() -> [[UInt8]]? {
    let copy = minuted_openat(descriptor, ".", Self.flags, 0)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [46], name != [46, 46] { names.append(name) }
      errno = 0
    }
    return errno == 0 ? names.sorted { $0.lexicographicallyPrecedes($1) } : nil
  }
}
