// SPDX-License-Identifier: Apache-2.0
import CLinux
import Glibc
import Inbox
import Testing

/// Ways of writing a file that programs have, against the real kernel.
@Suite struct `A writer in the drop folder` {
  private let temporary: TemporaryFolder
  private var drop: String { temporary.drop }

  init() throws { temporary = try TemporaryFolder() }

  /// Closed in the programs that tests beside this one start, or its closing here would not be the last.
  private func create(_ name: String) -> Int32 {
    open("\(drop)/\(name)", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  }

  @Test func `that pauses is waited for until it closes the file`() throws {
    let watched = try Watched(drop)
    let file = create("a.txt")
    #expect(watched.complete() == [])
    for _ in 0..<5 {
      Glibc.write(file, "one line\n", 9)
      #expect(watched.pass(10) == [])
    }
    closeForAll(file)
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `that lays out its file first is waited for until it closes it`() throws {
    let watched = try Watched(drop)
    let file = create("a.txt")
    #expect(watched.complete() == [])
    #expect(posix_fallocate(file, 0, 1 << 20) == 0)
    for _ in 0..<5 {
      Glibc.write(file, "one line\n", 9)
      #expect(watched.pass(3) == [])
    }
    closeForAll(file)
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `that truncates a known file makes it complete when it closes it`() throws {
    temporary.write("一二三", to: "a.txt")
    let watched = try Watched(drop) { _, state in state.size == 9 }
    let file = create("a.txt")
    #expect(watched.complete() == [])
    Glibc.write(file, "四", 3)
    closeForAll(file)
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `that cuts a file without opening it is found by the next look through the folder`() throws {
    temporary.write("一二三", to: "a.txt")
    let watched = try Watched(drop) { _, state in state.size == 9 }
    truncate(drop + "/a.txt", 6)
    #expect(watched.complete() == [])
    #expect(watched.pass(300) == [])
    #expect(watched.pass(2) == ["a.txt"])
  }

  @Test func `that writes through memory is done when the memory is let go`() throws {
    let watched = try Watched(drop)
    let file = create("a.txt")
    ftruncate(file, 4096)
    let memory = try #require(mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0))
    close(file)
    memset(memory, 0x41, 4096)
    #expect(watched.complete() == [])
    munmap(memory, 4096)
    #expect(watched.complete() == ["a.txt"])
  }

  @Test func `that adds to a known file makes a new version of it each time it closes it`() throws {
    let watched = try Watched(drop)
    for line in 1...3 {
      temporary.shell("echo 第\(line)行 >>a.txt")
      #expect(watched.complete() == ["a.txt"])
      watched.finish("a.txt", .done)
    }
  }

  @Test func `that shuts the file is told after a minute, and its file taken after a chmod`() throws {
    let watched = try Watched(drop)
    temporary.write("一", to: "a.txt")
    chmod(drop + "/a.txt", 0)
    #expect(watched.complete() == ["a.txt"])
    for _ in 0..<30 {
      watched.finish("a.txt", .unreadable)
      #expect(watched.pass(2) == ["a.txt"])
    }
    watched.finish("a.txt", .unreadable)
    let told = watched.notices.count { if case .givenUp(_, _, .unreadable) = $0 { true } else { false } }
    #expect(told == 1)
    #expect(watched.pass(10) == [])
    chmod(drop + "/a.txt", 0o644)
    #expect(watched.complete() == [])
    #expect(watched.pass(2) == ["a.txt"])
  }

  /// What editors do when they save `a.txt`, step by step; the last step completes it.
  private static let editors = [
    "sed": ["cp a.txt sedAb12Cd", "mv sedAb12Cd a.txt"],
    "vim": [
      ": >.a.txt.swp; : >4913; rm 4913; mv a.txt a.txt~", "printf 二 >a.txt",
    ],
    "emacs": ["printf 二 >'#a.txt#'; cp a.txt a.txt~", "printf 二 >a.txt; rm '#a.txt#'"],
    "gedit": ["printf 二 >.goutputstream-AB12CD", "mv .goutputstream-AB12CD a.txt"],
    "LibreOffice": [
      "printf x >'.~lock.a.txt#'; printf 二 >lu81234abc.tmp", "mv lu81234abc.tmp a.txt; rm '.~lock.a.txt#'",
    ],
    "Word": [
      "printf x >'~$a.txt'; printf 二 >'~WRD0001.tmp'; mv a.txt '~WRL0002.tmp'",
      "mv '~WRD0001.tmp' a.txt; rm '~WRL0002.tmp'",
    ],
    "rsync": ["printf 二 >.a.txt.Ab12Cd", "mv .a.txt.Ab12Cd a.txt"],
  ]

  @Test(arguments: editors.keys.sorted()) func `shows nothing but the file that it saves`(editor: String)
    throws
  {
    temporary.write("一", to: "a.txt")
    let watched = try Watched(drop)
    #expect(watched.pass(2) == ["a.txt"])
    watched.finish("a.txt", .done)
    let steps = try #require(Self.editors[editor])
    for step in steps.dropLast() {
      temporary.shell(step)
      #expect(watched.complete() == [])
    }
    temporary.shell(try #require(steps.last))
    #expect(watched.complete() == ["a.txt"])
    watched.finish("a.txt", .done)
    #expect(watched.pass(700) == [])
  }
}
