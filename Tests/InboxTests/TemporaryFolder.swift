// SPDX-License-Identifier: Apache-2.0
import CLinux
import Foundation
import Glibc
import Inbox

/// A folder for one test, with drop folder, spool and store, removed afterwards.
final class TemporaryFolder {
  let root: String
  var drop: String { root + "/drop" }

  init() throws {
    root = NSTemporaryDirectory() + "minuted-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: drop, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func intake(limit: Int64 = 1 << 20) throws -> Intake {
    try Intake(folder: drop, spool: root + "/spool", store: root + "/store", limit: limit)
  }

  /// Writes a file by name bytes and closes it, as a dropper does.
  func write(_ text: String, to name: [UInt8]) {
    let path = Array(drop.utf8) + [47] + name + [0]
    let file = path.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        minuted_openat(AT_FDCWD, $0.baseAddress, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      }
    }
    _ = Glibc.write(file, text, text.utf8.count)
    closeForAll(file)
  }

  func write(_ text: String, to name: String) { write(text, to: Array(name.utf8)) }

  /// Runs a line of shell in the drop folder; returns whether it went well.
  ///
  /// By the C library and not by Foundation, whose processes want the main thread, which a test is not on.
  @discardableResult func shell(_ line: String) -> Bool {
    system("cd '\(drop)' && { \(line); } >/dev/null 2>&1") == 0
  }

  func makeFolder(_ name: String) { mkdir(drop + "/" + name, 0o755) }
}

/// Closes a file that was written, and returns when nobody has it open for writing any more.
///
/// A program that a test beside this one starts has all that is open here until it is executed, and the kernel
/// tells of the last closing.
func closeForAll(_ file: Int32) {
  // F_SETLEASE, which the C library shows only with its GNU additions: a lease is not given while others write.
  let setLease: Int32 = 1024
  let reader = open("/proc/self/fd/\(file)", O_RDONLY | O_CLOEXEC)
  close(file)
  while fcntl(reader, setLease, F_RDLCK) != 0, errno == EAGAIN { sched_yield() }
  _ = fcntl(reader, setLease, F_UNLCK)
  close(reader)
}

extension Intake {
  /// Takes files by their names.
  func take(_ names: [FileName]) throws -> [Outcome] { try take(names.map { Candidate(name: $0) }) }
}

/// A drop folder driven by a test: its clock stands still unless told.
final class Watched {
  let folder: DropFolder
  private(set) var notices: [FolderNotice] = []
  private var time: UInt64 = 0

  init(
    _ path: String, options: DropFolder.Options = DropFolder.Options(),
    lasting: [UInt8]? = nil, isKnown: @escaping (FileName, FileState) -> Bool = { _, _ in false }
  ) throws {
    folder = try DropFolder(path: path, options: options, lasting: lasting, isKnown: isKnown)
    notices = folder.open(at: 0)
  }

  /// The names that are complete, after all events there are.
  func complete() -> [String] {
    var poller = pollfd(fd: folder.descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&poller, 1, 0) > 0 { notices += folder.drain(at: time) }
    var names: [String] = []
    while let candidate = folder.next() { names.append(candidate.name.description) }
    return names
  }

  /// Says what came of a file that was handed out.
  func finish(_ name: String, _ outcome: Settling.Outcome) {
    notices += folder.finished(FileName(name), outcome, at: time)
  }

  /// Something was mounted or unmounted.
  func mountsChanged() -> [String] {
    notices += folder.mountsChanged(at: time)
    return complete()
  }

  /// Lets seconds pass, and does what is due at their end.
  func pass(_ seconds: UInt64) -> [String] {
    _ = complete()
    time += seconds * 1_000_000_000
    notices += folder.due(at: time)
    return complete()
  }
}
