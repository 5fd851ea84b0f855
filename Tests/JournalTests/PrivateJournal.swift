// SPDX-License-Identifier: Apache-2.0
import CLinux
import Foundation
import Glibc

/// A journald of the test's own, in a mount namespace that only one thread of this process sees.
///
/// The thread gets an empty /run, /var/log/journal and /etc/systemd; journald and the threads that it starts
/// share them. It needs root and systemd-journald, and works whether or not systemd is running.
final class PrivateJournal: @unchecked Sendable {
  /// False without root, journald, or (in some containers) the right to mount: the tests are skipped then.
  static let isPossible = geteuid() == 0 && access(program, X_OK) == 0 && mayMount()

  private static let program = "/lib/systemd/systemd-journald"
  private static let settings = """
    [Journal]
    Storage=persistent
    ReadKMsg=no
    Audit=
    ForwardToSyslog=no
    ForwardToConsole=no
    RateLimitIntervalSec=0

    """

  private var daemon: pid_t = 0
  private var failure: (any Error)?

  /// Runs the body beside a fresh journald, on the thread that sees it; its errors pass through.
  static func run(_ body: @escaping @Sendable (PrivateJournal) throws -> Void) throws {
    let journal = PrivateJournal()
    let ended = DispatchSemaphore(value: 0)
    Thread {
      do {
        try journal.prepare()
        try journal.start()
        try body(journal)
      } catch { journal.failure = error }
      journal.signal(SIGKILL)
      ended.signal()
    }.start()
    ended.wait()
    if let failure = journal.failure { throw failure }
  }

  private static func mayMount() -> Bool {
    let journal = PrivateJournal()
    let ended = DispatchSemaphore(value: 0)
    Thread {
      do { try journal.prepare() } catch { journal.failure = error }
      ended.signal()
    }.start()
    ended.wait()
    return journal.failure == nil
  }

  /// Sends a signal to journald; SIGKILL also waits for its end.
  func signal(_ signal: Int32) {
    guard daemon > 0 else { return }
    kill(daemon, signal)
    if signal == SIGKILL {
      waitpid(daemon, nil, 0)
      daemon = 0
    }
  }

  /// Starts journald and returns when its socket is there.
  func start() throws {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(Self.program), nil]
    defer { free(arguments[0]) }
    try check(posix_spawn(&daemon, Self.program, nil, nil, &arguments, nil))
    while access("/run/systemd/journal/socket", F_OK) != 0 { usleep(500) }
  }

  /// Takes all entries that have this field out of its index, as a power cut may; they still have the field.
  ///
  /// Where its entries are, and how many, stands in the last 24 bytes before `NAME=value`, or, where the file
  /// is compact, eight bytes further ahead; journald must have ended.
  func forget(_ field: String) throws {
    for machine in try FileManager.default.contentsOfDirectory(atPath: "/var/log/journal") {
      let file = URL(fileURLWithPath: "/var/log/journal/\(machine)/system.journal")
      var bytes = try Data(contentsOf: file)
      guard let place = bytes.range(of: Data(field.utf8)) else { throw POSIXError(.ENODATA) }
      let end = place.lowerBound - (bytes[12] & (1 << 4) == 0 ? 0 : 8)
      bytes.replaceSubrange(end - 24..<end, with: Data(count: 24))
      try bytes.write(to: file)
    }
  }

  private func prepare() throws {
    try check(minuted_unshare_mounts() == 0 ? 0 : errno)
    try check(mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0 ? 0 : errno)
    for folder in ["/run", "/var/log", "/etc/systemd"] {
      try check(mount("tmpfs", folder, "tmpfs", 0, "mode=755") == 0 ? 0 : errno)
    }
    for folder in ["/run/systemd/journal", "/run/log/journal", "/var/log/journal"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try Self.settings.write(toFile: "/etc/systemd/journald.conf", atomically: true, encoding: .utf8)
    try "".write(toFile: "/run/systemd/journal/flushed", atomically: true, encoding: .utf8)
  }

  private func check(_ code: Int32) throws {
    if code != 0 { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
  }
}
