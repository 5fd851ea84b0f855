// SPDX-License-Identifier: Apache-2.0

/// Which folder stands under a path: another one may be mounted over it, or take its place.
///
/// With the file system's handle, because a folder that is removed and made again often gets the same inode.
struct FolderIdentity: Hashable {
  var device: UInt64
  var inode: UInt64
  /// Empty where the file system has no handles.
  var handle: [UInt8]
}
