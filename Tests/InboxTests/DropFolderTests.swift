// SPDX-License-Identifier: Apache-2.0
import CLinux
import Foundation
import Glibc
import Inbox
import Testing

@Suite struct `The drop folder` {
  private let temporary: TemporaryFolder
  private var drop: String { temporary.drop }

  init() throws { temporary = try TemporaryFolder() }

  @Test func `hands out a file as soon as it is closed`() throws {
    let watched = try Watched(drop)
    temporary.write("一", to: "a.txt")
    #expect(watched.complete() == ["a.txt"])
    #expect(watched.complete() == [])
  }

  @Test func `waits while somebody writes`() throws {
    let watched = try Watched(drop)
    let file = open(drop + "/a.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    _ = Glibc.write(file, "half", 4)
    #expect(watched.complete() == [])
    closeForAll(file)
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `hands out what lay there before only after it has settled`() throws {
    temporary.write("一", to: "a.txt")
    let watched = try Watched(drop)
    #expect(watched.complete() == [])
    #expect(watched.pass(2) == ["a.txt"])
  }

  @Test func `does not hand out again what the ledger knows`() throws {
    temporary.write("一", to: "a.txt")
    let watched = try Watched(drop) { name, state in name == FileName("a.txt") && state.size == 3 }
    #expect(watched.pass(2) == [])
    temporary.write("一二", to: "a.txt")
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `hands out a second version that looks like the first`() throws {
    let watched = try Watched(drop) { _, _ in true }
    temporary.write("一", to: "a.txt")
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `hands out a file that was renamed over another`() throws {
    temporary.write("一", to: "a.txt")
    temporary.write("二二", to: ".b.part")
    let watched = try Watched(drop)
    rename(drop + "/.b.part", drop + "/a.txt")
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `hands out a hard link after it has settled`() throws {
    let watched = try Watched(drop)
    temporary.write("一", to: ".a")
    link(drop + "/.a", drop + "/b.txt")
    #expect(watched.complete() == [])
    #expect(watched.pass(2) == ["b.txt"])
  }

  @Test func `hands out a nameless file that was given a name`() throws {
    let watched = try Watched(drop)
    // O_TMPFILE, which the C library shows only with its GNU additions.
    let file = open(drop, O_WRONLY | O_CLOEXEC | 0o20_000_000 | O_DIRECTORY, 0o644)
    try #require(file >= 0)
    _ = Glibc.write(file, "一", 3)
    linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, drop + "/c.txt", AT_SYMLINK_FOLLOW)
    closeForAll(file)
    _ = watched.complete()
    #expect(watched.pass(2) == ["c.txt"])
  }

  @Test func `leaves links and pipes alone and tells them once`() throws {
    let watched = try Watched(drop)
    symlink("/etc/passwd", drop + "/link.txt")
    mkfifo(drop + "/pipe.txt", 0o644)
    #expect(watched.pass(2) == [])
    #expect(watched.pass(400) == [])
    let told = watched.notices.filter { $0 == .notRegular(FileName("link.txt")) }
    #expect(told.count == 1)
    #expect(watched.notices.contains(.notRegular(FileName("pipe.txt"))))
  }

  @Test func `enters sub-folders that are made and filled at once`() throws {
    let watched = try Watched(drop)
    for folder in ["2023", "2023/广东", "2023/广东/深圳"] { temporary.makeFolder(folder) }
    temporary.write("一", to: "2023/广东/深圳/a.txt")
    _ = watched.complete()
    #expect(watched.pass(2) == ["2023/广东/深圳/a.txt"])
    temporary.write("二", to: "2023/广东/b.txt")
    #expect(watched.complete() == ["2023/广东/b.txt"])
  }

  @Test func `knows a sub-folder by its new name after it was renamed`() throws {
    temporary.makeFolder("old")
    let watched = try Watched(drop)
    rename(drop + "/old", drop + "/new")
    _ = watched.complete()
    temporary.write("一", to: "new/a.txt")
    #expect(watched.complete() == ["new/a.txt"])
  }

  @Test func `goes eight folders deep and says where it stops`() throws {
    let deep = (1...9).map { (1...$0).map(String.init).joined(separator: "/") }
    deep.forEach(temporary.makeFolder)
    temporary.write("一", to: deep[7] + "/a.txt")
    temporary.write("一", to: deep[8] + "/b.txt")
    let watched = try Watched(drop)
    #expect(watched.pass(2) == [deep[7] + "/a.txt"])
    #expect(watched.notices.contains(.notEntered(FileName(deep[8]))))
  }

  @Test func `keeps names that are no text`() throws {
    let watched = try Watched(drop)
    temporary.write("一", to: Array("a\nb".utf8))
    temporary.write("一", to: [0xC9, 0xEE])
    #expect(watched.complete() == ["a%0Ab", "%C9%EE"])
  }

  @Test func `ignores what is unfinished`() throws {
    let watched = try Watched(drop)
    for name in [".a", "b.part", "c~", "d.crdownload"] { temporary.write("一", to: name) }
    #expect(watched.pass(2) == [])
  }

  @Test func `serves the folder that replaced it, and says so`() throws {
    let watched = try Watched(drop)
    rename(drop, drop + ".old")
    mkdir(drop, 0o755)
    temporary.write("一", to: "a.txt")
    _ = watched.complete()
    #expect(watched.notices.contains(.replaced))
    #expect(watched.pass(2) == ["a.txt"])
    temporary.write("二", to: "b.txt")
    #expect(watched.complete() == ["b.txt"])
  }

  @Test func `is told to be another one when it is removed and made again`() throws {
    let watched = try Watched(drop)
    rmdir(drop)
    mkdir(drop, 0o755)
    temporary.write("一", to: "a.txt")
    _ = watched.complete()
    #expect(watched.notices.contains(.replaced))
    #expect(watched.pass(2) == ["a.txt"])
  }

  @Test func `is told to be another one also where it was replaced while nobody watched`() throws {
    let before = try Watched(drop).folder.lasting
    #expect(try Watched(drop, lasting: before).notices == [.watching])
    rmdir(drop)
    mkdir(drop, 0o755)
    temporary.write("一", to: "a.txt")
    let watched = try Watched(drop, lasting: before)
    #expect(watched.notices == [.replaced, .watching])
    #expect(watched.pass(2) == ["a.txt"])
    #expect(try Watched(drop, lasting: watched.folder.lasting).notices == [.watching])
  }

  @Test func `is missed once, and served when it is back`() throws {
    let watched = try Watched(drop)
    rmdir(drop)
    #expect(watched.pass(1) == [])
    #expect(watched.pass(1) == [])
    #expect(watched.notices.filter { $0 == .missing(ENOENT) }.count == 1)
    mkdir(drop, 0o755)
    temporary.write("一", to: "a.txt")
    #expect(watched.pass(1) == [])
    #expect(watched.pass(2) == ["a.txt"])
    #expect(watched.notices.filter { $0 == .watching }.count == 2)
  }

  @Test func `is left alone where it has to be a mount point and is none`() throws {
    temporary.write("一", to: "a.txt")
    var options = DropFolder.Options()
    options.requiresMountPoint = true
    let watched = try Watched(drop, options: options)
    #expect(watched.pass(2) == [])
    #expect(watched.notices == [.notMounted])
  }

  @Test func `loses nothing when the kernel's queue overflows`() throws {
    let text = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let room = try #require(Int(text.filter(\.isNumber)))
    for name in ["a.txt", "b.txt"] { temporary.write("一", to: name) }
    let watched = try Watched(drop)
    // Equal events in a row count once: two files take turns.
    for turn in 0..<(room + 2) { chmod(drop + (turn.isMultiple(of: 2) ? "/a.txt" : "/b.txt"), 0o644) }
    for number in 0..<50 { temporary.write("二", to: "late-\(number).txt") }
    var names = Set(watched.complete())
    #expect(watched.notices.contains(.overflow))
    names.formUnion(watched.pass(2))
    #expect(names.count == 52)
  }
}
