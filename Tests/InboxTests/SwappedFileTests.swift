// SPDX-License-Identifier: Apache-2.0
import CLinux
import Foundation
import Glibc
import Inbox
import Testing

/// Names in the drop folder that stand for something else now, or for no file at all.
@Suite struct `A name in the drop folder` {
  private let temporary: TemporaryFolder
  private var drop: String { temporary.drop }

  init() throws { temporary = try TemporaryFolder() }

  @Test func `that is exchanged with another makes both complete`() throws {
    temporary.write("一", to: "a.txt")
    temporary.write("二二", to: "b.txt")
    let watched = try Watched(drop) { _, _ in true }
    #expect(minuted_exchange(drop + "/a.txt", drop + "/b.txt") == 0)
    #expect(watched.complete() == ["b.txt", "a.txt"])
  }

  @Test func `that became a link between the look and the opening is not followed`() throws {
    let intake = try temporary.intake()
    try "secret".write(toFile: temporary.root + "/secret", atomically: true, encoding: .utf8)
    let watched = try Watched(drop)
    temporary.write("一", to: "a.txt")
    symlink("../secret", drop + "/.link")
    #expect(watched.complete() == ["a.txt"])
    #expect(minuted_exchange(drop + "/a.txt", drop + "/.link") == 0)
    let outcome = try #require(try intake.take([FileName("a.txt")]).first)
    #expect(outcome.result == .failure(.notRegular))
    watched.finish("a.txt", .done)
    _ = watched.complete()
    #expect(watched.notices.contains(.notRegular(FileName("a.txt"))))
    #expect(minuted_exchange(drop + "/a.txt", drop + "/.link") == 0)
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `that stands for a folder elsewhere, or for nothing, is left alone`() throws {
    mkdir(temporary.root + "/outside", 0o755)
    try "secret".write(toFile: temporary.root + "/outside/s.txt", atomically: true, encoding: .utf8)
    let watched = try Watched(drop)
    symlink("../outside", drop + "/folder")
    symlink("nowhere", drop + "/dangling.txt")
    #expect(watched.pass(2) == [])
    #expect(watched.pass(300) == [])
    #expect(
      Set(watched.notices).isSuperset(of: [
        .notRegular(FileName("folder")), .notRegular(FileName("dangling.txt")),
      ]))
  }

  @Test(.enabled(if: geteuid() == 0)) func `that is a device or a socket is left alone and told once`() throws
  {
    let watched = try Watched(drop)
    #expect(mknod(drop + "/null.txt", S_IFCHR | 0o666, 0x103) == 0)
    let socket = minuted_unix_listen(drop + "/s.txt")
    #expect(socket >= 0)
    defer { close(socket) }
    #expect(watched.pass(300) == [])
    for name in ["null.txt", "s.txt"] {
      #expect(watched.notices.filter { $0 == .notRegular(FileName(name)) }.count == 1)
    }
  }

  @Test func `may be as long as the file system lets it be`() throws {
    let name = String(repeating: "深", count: 85)
    let intake = try temporary.intake()
    let watched = try Watched(drop)
    temporary.write("一", to: name)
    #expect(watched.complete() == [name])
    #expect(try intake.take([FileName(name)]).first?.result.get().state.size == 3)
  }

  @Test func `that only looks like another is another file`() throws {
    let intake = try temporary.intake()
    let watched = try Watched(drop)
    let names = ["\u{E9}.txt", "e\u{301}.txt"]
    for name in names { temporary.write(String(name.unicodeScalars.count), to: name) }
    #expect(watched.complete().count == 2)
    let taken = try intake.take(names.map { FileName($0) }).map { try $0.result.get() }
    #expect(Set(taken.map(\.sha256)).count == 2)
  }

  @Test func `in a tree that is moved in is found, with all below it`() throws {
    let outside = temporary.root + "/tree"
    try FileManager.default.createDirectory(atPath: outside + "/2023/浙江", withIntermediateDirectories: true)
    for name in ["a.txt", "2023/b.txt", "2023/浙江/c.txt"] {
      try name.write(toFile: "\(outside)/\(name)", atomically: false, encoding: .utf8)
    }
    let watched = try Watched(drop)
    rename(outside, drop + "/tree")
    #expect(watched.complete() == [])
    #expect(Set(watched.pass(2)) == ["tree/a.txt", "tree/2023/b.txt", "tree/2023/浙江/c.txt"])
  }

  @Test func `that nobody may change is read all the same`() throws {
    temporary.write("一", to: "a.txt")
    // Some file systems have no such bit; then there is nothing to show.
    guard temporary.shell("chattr +i a.txt") else { return }
    defer { temporary.shell("chattr -i a.txt") }
    let watched = try Watched(drop)
    #expect(watched.pass(2) == ["a.txt"])
    #expect(try temporary.intake().take([FileName("a.txt")]).first?.result.get().state.size == 3)
  }
}
