// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// How much room is left on the disk that a path lies on, for deciding whether to take more files.
package struct DiskSpace: Sendable, Hashable {
  /// Bytes that the service's user may still write.
  package var bytes: UInt64
  /// That as a share of the disk, 0 to 1.
  package var share: Double
  /// The share of free inodes, 0 to 1; 1 where the file system has no fixed number of them.
  package var inodeShare: Double

  package init(bytes: UInt64, share: Double, inodeShare: Double) {
    self.bytes = bytes
    self.share = share
    self.inodeShare = inodeShare
  }

  /// Asks the file system now.
  package init(of path: String) throws(InboxError) {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw InboxError(call: "statvfs", path: path, code: errno) }
    bytes = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
    share = Double(status.f_bavail) / Double(max(1, status.f_blocks))
    inodeShare = status.f_files == 0 ? 1 : Double(status.f_favail) / Double(status.f_files)
  }

  /// True where files should wait in the folder: `MinFree=` in bytes, and in percent of the disk and of its inodes.
  package func isLow(floor: UInt64 = 256 << 20, percent: Int = 5) -> Bool {
    let least = Double(percent) / 100
    return bytes < floor || share < least || inodeShare < least
  }
}
