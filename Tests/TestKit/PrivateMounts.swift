// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Foundation
internal import Glibc

/// Mounts that only one thread of this process sees and that end with it.
package enum PrivateMounts {
  /// False without root, or without the right to mount: the tests are skipped then.
  package static let arePossible = (try? run {}) != nil

  /// Runs the body on a thread in a mount namespace of its own; its errors pass through.
  package static func run(_ body: @escaping @Sendable () throws -> Void) throws {
    let ended = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    Thread {
      do {
        try check(minuted_unshare_mounts(), "unshare")
        try check(Glibc.mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil), "mount --make-rprivate")
        try body()
      } catch { outcome.error = error }
      ended.signal()
    }.start()
    ended.wait()
    if let error = outcome.error { throw error }
  }

  /// Mounts an empty disk in memory, or another kind with its options.
  package static func mount(_ kind: String = "tmpfs", on folder: String, _ options: String = "mode=755")
    throws
  {
    try check(Glibc.mount(kind, folder, kind, 0, options), "mount \(folder)")
  }

  /// Makes a mounted disk read-only.
  package static func protect(_ folder: String) throws {
    try check(Glibc.mount("none", folder, nil, UInt(MS_REMOUNT | MS_RDONLY), nil), "remount \(folder)")
  }

  package static func unmount(_ folder: String) throws { try check(umount2(folder, 0), "umount \(folder)") }

  private static func check(_ result: Int32, _ what: String) throws {
    guard result == 0 else { throw Failure(description: "\(what): \(String(cString: strerror(errno)))") }
  }

  /// A call that failed, and why.
  package struct Failure: Error {
    package var description: String
  }

  private final class Outcome: @unchecked Sendable {
    var error: (any Error)?
  }
}
