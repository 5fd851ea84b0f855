// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Inbox
import TestKit
import Testing

/// What is mounted over the drop folder, under it, or instead of it; each test has mounts of its own.
@Suite(.enabled(if: PrivateMounts.arePossible), .serialized) struct `A mount at the drop folder` {
  /// Runs the body with a drop folder on a disk in memory.
  private func run(_ body: @escaping @Sendable (TemporaryFolder) throws -> Void) throws {
    try PrivateMounts.run { try body(try TemporaryFolder()) }
  }

  @Test func `is seen at once, and the folder it shows is served`() throws {
    try run { temporary in
      let table = try MountTable()
      let watched = try Watched(temporary.drop)
      try PrivateMounts.mount(on: temporary.drop)
      var poller = pollfd(fd: table.descriptor, events: Int16(POLLPRI), revents: 0)
      #expect(poll(&poller, 1, 60_000) == 1)
      temporary.write("一", to: "a.txt")
      #expect(watched.mountsChanged() == [])
      #expect(watched.notices.contains(.replaced))
      #expect(watched.pass(2) == ["a.txt"])
      temporary.write("二", to: "b.txt")
      #expect(watched.complete() == ["b.txt"])
      try PrivateMounts.unmount(temporary.drop)
    }
  }

  @Test func `that changes elsewhere changes nothing`() throws {
    try run { temporary in
      let watched = try Watched(temporary.drop)
      let before = watched.notices
      let other = temporary.root + "/other"
      mkdir(other, 0o755)
      try PrivateMounts.mount(on: other)
      #expect(watched.mountsChanged() == [])
      #expect(watched.notices == before)
      try PrivateMounts.unmount(other)
    }
  }

  @Test func `can be taken away while nothing happens, and comes back`() throws {
    try run { temporary in
      try PrivateMounts.mount(on: temporary.drop)
      let watched = try Watched(temporary.drop)
      temporary.write("一", to: "a.txt")
      #expect(watched.complete() == ["a.txt"])
      watched.finish("a.txt", .done)
      // EBUSY here would mean that a descriptor was kept open.
      try PrivateMounts.unmount(temporary.drop)
      _ = watched.complete()
      #expect(watched.notices.last == .replaced)
      temporary.write("二", to: "below.txt")
      #expect(watched.complete() == ["below.txt"])
      try PrivateMounts.mount(on: temporary.drop)
      #expect(watched.mountsChanged() == [])
      temporary.write("三", to: "c.txt")
      #expect(watched.complete() == ["c.txt"])
      try PrivateMounts.unmount(temporary.drop)
    }
  }

  @Test func `is awaited where there has to be one`() throws {
    try run { temporary in
      var options = DropFolder.Options()
      options.requiresMountPoint = true
      temporary.write("一", to: "below.txt")
      let watched = try Watched(temporary.drop, options: options)
      #expect(watched.pass(2) == [])
      try PrivateMounts.mount(on: temporary.drop)
      temporary.write("二", to: "a.txt")
      #expect(watched.mountsChanged() == [])
      #expect(watched.pass(2) == ["a.txt"])
      try PrivateMounts.unmount(temporary.drop)
    }
  }

  @Test func `may be read-only`() throws {
    try run { temporary in
      try PrivateMounts.mount(on: temporary.drop)
      temporary.write("一", to: "a.txt")
      let watched = try Watched(temporary.drop)
      try PrivateMounts.protect(temporary.drop)
      #expect(watched.pass(2) == ["a.txt"])
      #expect(try temporary.intake().take([FileName("a.txt")]).first?.result.get().state.size == 3)
      try PrivateMounts.unmount(temporary.drop)
    }
  }

  @Test func `below it is another disk, which is not entered`() throws {
    try run { temporary in
      temporary.makeFolder("disk")
      try PrivateMounts.mount(on: temporary.drop + "/disk")
      temporary.write("一", to: "disk/a.txt")
      let watched = try Watched(temporary.drop)
      #expect(watched.pass(2) == [])
      #expect(watched.notices.contains(.notEntered(FileName("disk"))))
      try PrivateMounts.unmount(temporary.drop + "/disk")
    }
  }

  @Test func `whose changes the kernel does not report is looked through, which is said once`() throws {
    try run { temporary in
      let disk = temporary.root + "/disk"
      mkdir(disk, 0o755)
      try PrivateMounts.mount(on: disk)
      for layer in ["lower", "upper", "work"] { mkdir("\(disk)/\(layer)", 0o755) }
      try PrivateMounts.mount(
        "overlay", on: temporary.drop, "lowerdir=\(disk)/lower,upperdir=\(disk)/upper,workdir=\(disk)/work")
      let watched = try Watched(temporary.drop)
      try "一".write(toFile: disk + "/lower/a.txt", atomically: false, encoding: .utf8)
      #expect(watched.complete() == [])
      #expect(watched.pass(5) == [])
      #expect(watched.pass(2) == ["a.txt"])
      #expect(watched.pass(60) == [])
      #expect(watched.notices.filter { $0 == .polled("overlay") }.count == 1)
      try PrivateMounts.unmount(temporary.drop)
    }
  }

  @Test(.enabled(if: access("/usr/bin/bindfs", X_OK) == 0)) func `by FUSE is looked through as well`() throws
  {
    try run { temporary in
      let source = temporary.root + "/source"
      mkdir(source, 0o755)
      #expect(temporary.shell("cd / && bindfs '\(source)' '\(temporary.drop)'"))
      defer { try? PrivateMounts.unmount(temporary.drop) }
      let watched = try Watched(temporary.drop)
      try "一".write(toFile: source + "/a.txt", atomically: false, encoding: .utf8)
      #expect(watched.pass(5) == [])
      #expect(watched.pass(2) == ["a.txt"])
      #expect(watched.notices.contains(.polled("FUSE")))
    }
  }

  @Test func `is not needed for a folder above to be renamed, which is seen too`() throws {
    let temporary = try TemporaryFolder()
    let (above, moved) = (temporary.drop + "/above", temporary.drop + "/moved")
    try FileManager.default.createDirectory(atPath: above + "/drop", withIntermediateDirectories: true)
    let watched = try Watched(above + "/drop")
    rename(above, moved)
    #expect(watched.complete() == [])
    #expect(watched.notices.last == .missing(ENOENT))
    rename(moved, above)
    temporary.write("一", to: "above/drop/a.txt")
    #expect(watched.complete() == ["a.txt"])
  }
}
