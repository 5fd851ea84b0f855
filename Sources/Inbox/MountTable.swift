// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// Tells when something was mounted or unmounted, which a watched folder does not: a mount over it is silent.
package final class MountTable {
  /// Has an urgent event (EPOLLPRI) after each change of the table; waiting for it is all there is to do.
  package let descriptor: Int32

  /// Opens the table of the calling thread, which may live in mounts of its own.
  package init() throws(InboxError) {
    let path = "/proc/thread-self/mountinfo"
    descriptor = minuted_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw InboxError(call: "open", path: path, code: errno) }
  }

  deinit { close(descriptor) }
}
