// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A call of the operating system that failed for the folder or the store as a whole: what, on what, and why.
///
/// It concerns the machine, not one file. After a failed fsync the daemon must end and recover: the kernel
/// forgets what it could not write.
package struct InboxError: Error, Sendable, Hashable, CustomStringConvertible {
  package var call: String
  package var path: String
  package var code: Int32

  package init(call: String, path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// True where the disk is full or a quota is reached: files wait safely in the folder until there is room.
  package var isFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  package var description: String {
    let hint =
      switch code {
      case ENOSPC, EDQUOT: "; make room on that disk"
      case EACCES, EPERM: "; give the service's user the right to it"
      case EMFILE, ENFILE: "; raise LimitNOFILE= or fs.inotify.max_user_instances"
      default: ""
      }
    return "\(call) \(path): \(String(cString: strerror(code)))\(hint)"
  }
}
