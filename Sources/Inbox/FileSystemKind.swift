// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// File systems whose changes the kernel does not, or not always, report.
enum FileSystemKind {
  /// The number of the file system that an open file is on; 0 where it has none.
  static func identifier(_ descriptor: Int32) -> UInt64 {
    var status = statfs()
    guard fstatfs(descriptor, &status) == 0 else { return 0 }
    return withUnsafeBytes(of: status.f_fsid) { $0.loadUnaligned(as: UInt64.self) }
  }

  /// The name of such a file system, or nil where inotify can be relied on.
  ///
  /// On network file systems other machines write; FUSE reports nothing; of an overlay only the upper layer
  /// is reported.
  static func silent(_ descriptor: Int32) -> String? {
    var status = statfs()
    guard fstatfs(descriptor, &status) == 0 else { return nil }
    switch UInt32(truncatingIfNeeded: status.f_type) {
    case 0x6969: return "NFS"
    case 0xFF53_4D42, 0xFE53_4D42, 0x517B: return "SMB"
    case 0x6573_5546: return "FUSE"
    case 0x0102_1997: return "9P"
    case 0x794C_7630: return "overlay"
    default: return nil
    }
  }
}
