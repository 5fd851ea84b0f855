// SPDX-License-Identifier: Apache-2.0
import CLinux
import Foundation
import Glibc
import Inbox
import Testing

@Suite struct `Taking a file` {
  private let temporary: TemporaryFolder
  private let intake: Intake

  init() throws {
    temporary = try TemporaryFolder()
    intake = try temporary.intake()
  }

  private func take(_ names: String...) throws -> [Result<Taken, IntakeError>] {
    try intake.take(names.map { FileName($0) }).map(\.result)
  }

  @Test func `stores its bytes under their SHA-256`() throws {
    temporary.write("abc", to: "a.txt")
    let taken = try #require(try take("a.txt").first).get()
    #expect(taken.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(taken.isStored == false)
    #expect(taken.state.size == 3)
    #expect(try String(contentsOfFile: intake.path(of: taken.sha256), encoding: .utf8) == "abc")
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.root + "/spool") == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.drop) == ["a.txt"])
  }

  @Test func `stores the same bytes once`() throws {
    temporary.write("abc", to: "a.txt")
    temporary.write("abc", to: "b.txt")
    _ = try take("a.txt")
    let again = try #require(try take("b.txt").first).get()
    #expect(again.isStored)
  }

  @Test func `works for a batch, with an outcome for each`() throws {
    temporary.makeFolder("2023")
    for number in 0..<20 { temporary.write("第\(number)次", to: "2023/\(number).txt") }
    let names = (0..<20).map { FileName("2023/\($0).txt") } + [FileName("2023/none.txt")]
    let outcomes = try intake.take(names)
    #expect(outcomes.map(\.name) == names)
    let stored = try outcomes.dropLast().map { try $0.result.get().sha256 }
    #expect(Set(stored).count == 20)
    #expect(stored.allSatisfy { access(intake.path(of: $0), R_OK) == 0 })
    #expect(outcomes.last?.result == .failure(.gone))
  }

  @Test func `refuses links, also on the way, and never opens a pipe`() throws {
    mkdir(temporary.root + "/outside", 0o755)
    try "secret".write(toFile: temporary.root + "/outside/s.txt", atomically: true, encoding: .utf8)
    symlink("../outside/s.txt", temporary.drop + "/link.txt")
    symlink("../outside", temporary.drop + "/folder")
    mkfifo(temporary.drop + "/pipe", 0o644)
    temporary.makeFolder("really")
    let results = try take("link.txt", "folder/s.txt", "pipe", "really")
    #expect(results[0] == .failure(.notRegular))
    #expect(results[1] == .failure(.gone))
    #expect(results[2] == .failure(.notRegular))
    #expect(results[3] == .failure(.notRegular))
  }

  /// Whether the disk of the tests can take a file of two gigabytes, and keep some room.
  private static var hasRoom: Bool {
    var disk = statvfs()
    return statvfs(NSTemporaryDirectory(), &disk) == 0 && disk.f_bavail * disk.f_bsize > 4 << 30
  }

  @Test(arguments: hasRoom ? [false, true] : [false])
  func `refuses what is too large without reading it`(isReal: Bool) throws {
    let file = open(temporary.drop + "/big.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    // Holes, or blocks of the disk's own.
    #expect((isReal ? posix_fallocate(file, 0, 2 << 30) : ftruncate(file, 2 << 30)) == 0)
    close(file)
    guard case .failure(.tooLarge(let size, let limit, _)) = try take("big.txt")[0] else {
      Issue.record("it was not refused")
      return
    }
    #expect(size == 2 << 30)
    #expect(limit == 1 << 20)
  }

  @Test(.enabled(if: geteuid() == 0)) func `tells what it may not read`() throws {
    temporary.write("abc", to: "a.txt")
    chmod(temporary.drop + "/a.txt", 0)
    chmod(temporary.root, 0o755)
    // The rights of a file system belong to the thread here, so that no other test loses them.
    let old = setfsuid(65_534)
    let copy = try Intake(folder: temporary.drop, spool: "/tmp", store: "/tmp", limit: 1)
    let result = try copy.take([FileName("a.txt")])[0].result
    setfsuid(uid_t(old))
    #expect(result == .failure(.unreadable(EACCES)))
  }

  @Test func `does not keep a copy of a file that grows meanwhile`() throws {
    let file = open(temporary.drop + "/log.txt", O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o644)
    ftruncate(file, 64 << 20)
    let ended = DispatchSemaphore(value: 0)
    let begun = DispatchSemaphore(value: 0)
    let writer = Thread {
      repeat {
        _ = Glibc.write(file, "more", 4)
        begun.signal()
      } while ended.wait(timeout: .now()) == .timedOut
    }
    writer.start()
    begun.wait()
    let large = try temporary.intake(limit: 1 << 30)
    let result = try large.take([FileName("log.txt")])[0].result
    ended.signal()
    #expect(result == .failure(.changed))
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.root + "/spool") == [])
  }

  @Test func `does not take a file for an empty one that is just written anew`() throws {
    temporary.write("", to: "a.txt")
    let candidates = [false, true].map { Candidate(name: FileName("a.txt"), mayBeEmpty: $0) }
    #expect(try intake.take([candidates[0]]).map(\.result) == [.failure(.changed)])
    #expect(try intake.take([candidates[1]]).first?.result.get().state.size == 0)
  }

  @Test func `removes what an interrupted copy left`() throws {
    try "half".write(toFile: temporary.root + "/spool/0", atomically: true, encoding: .utf8)
    try intake.clean()
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.root + "/spool") == [])
  }
}
