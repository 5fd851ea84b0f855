// SPDX-License-Identifier: Apache-2.0
internal import CLinux
package import Extraction
internal import Glibc

/// The wall around files, the network and other processes, as far as this kernel's version of Landlock knows
/// them.
///
/// Every right that the kernel can refuse is handled, and none is given back but reading to a converter. What
/// an old kernel does not handle (truncating before version 3, TCP before 4, signals before 6) the filter of
/// system calls refuses too.
package enum Landlock {
  private enum Right {
    static let execute: UInt64 = 1 << 0
    static let readFile: UInt64 = 1 << 2
    static let readFolder: UInt64 = 1 << 3
  }

  package static func restrict(to profile: SandboxProfile) throws(Refusal) {
    let version = minuted_landlock_version()
    guard version >= 1 else { throw Refusal(.sandbox, "no Landlock \(errno)") }
    let ruleset = minuted_landlock_ruleset(
      files(version), version >= 4 ? 0b11 : 0, version >= 6 ? 0b11 : 0,
      version >= 6 ? 24 : version >= 4 ? 16 : 8)
    guard ruleset >= 0 else { throw Refusal(.sandbox, "Landlock ruleset \(errno)") }
    if case .converting(let converter) = profile { try allow(converter, in: ruleset) }
    guard minuted_landlock_restrict(ruleset) == 0 else { throw Refusal(.sandbox, "Landlock \(errno)") }
    close(ruleset)
  }

  /// All rights to files of a version: 13 at first, then linking across folders, truncating, and ioctl on
  /// devices.
  private static func files(_ version: Int32) -> UInt64 {
    let count =
      switch version {
      case 1: 13
      case 2: 14
      case 3, 4: 15
      default: 16
      }
    return (1 << count) - 1
  }

  /// The converter runs, its libraries and tables are read. The kernel starts a program by way of its loader,
  /// which must therefore be executable too.
  private static func allow(_ converter: Converter, in ruleset: Int32) throws(Refusal) {
    try allow(converter.path, Right.execute | Right.readFile, in: ruleset)
    for loader in ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]
    where access(loader, F_OK) == 0 {
      try allow(loader, Right.execute | Right.readFile, in: ruleset)
    }
    for path in ["/usr/lib", "/etc/ld.so.cache"] + converter.readable where access(path, F_OK) == 0 {
      try allow(path, Right.readFile, in: ruleset)
    }
  }

  private static func allow(_ path: String, _ rights: UInt64, in ruleset: Int32) throws(Refusal) {
    let file = minuted_open_path(path)
    guard file >= 0 else { throw Refusal(.sandbox, "open \(errno)") }
    defer { close(file) }
    var status = stat()
    let folder = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard minuted_landlock_allow(ruleset, file, folder ? rights | Right.readFolder : rights) == 0 else {
      throw Refusal(.sandbox, "Landlock rule \(errno)")
    }
  }
}
