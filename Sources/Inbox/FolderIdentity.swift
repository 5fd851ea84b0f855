// SPDX-License-Identifier: Apache-2.0

/// Which folder stands under a path: another one may be mounted over it, or take its place.
///
/// With the file system's handle, because a folder that is removed and made again often gets the same inode.
struct FolderIdentity: Hashable {
  var device: UInt64
  /// The file system's own number, which is the same after a boot; the device's may be another's by then.
  var fileSystem: UInt64
  var inode: UInt64
  /// Empty where the file system has no handles.
  var handle: [UInt8]

  /// What tells the folder again after a restart or a boot, as bytes for the ledger.
  var lasting: [UInt8] {
    [fileSystem, inode].flatMap { number in withUnsafeBytes(of: number.bigEndian, Array.init) } + handle
  }
}
