// SPDX-License-Identifier: Apache-2.0
import Archive
import Testing

@testable import Daemon

/// What tells a file that was moved from a copy.
@Suite struct `Moved files` {
  private func file(_ name: String, handle: UInt8, sha256: String = "1") -> ArrivedFile {
    ArrivedFile(
      name: Array(name.utf8), display: name, sha256: sha256, size: 1, mtime: 1, ctime: 1, handle: [handle])
  }

  @Test func `are known by bytes and handle, and copies by neither alone`() throws {
    let bench = try Bench()
    let handedIn = file("import:a.txt", handle: 2)
    let known = [handedIn, file("a.txt", handle: 1), file("b.txt", handle: 2)]
    _ = try bench.archive.take(known, boot: "b", now: 0)
    let moves = Moves(archive: bench.archive, inlets: [])
    func origin(_ file: ArrivedFile) throws -> String? { try moves.origin(of: file)?.file.display }
    #expect(try origin(file("c.txt", handle: 2)) == "b.txt")
    #expect(try origin(file("b.txt", handle: 2)) == nil)
    #expect(try origin(file("c.txt", handle: 3)) == nil)
    #expect(try origin(file("c.txt", handle: 2, sha256: "2")) == nil)
    #expect(try origin(file("import:c.txt", handle: 2)) == nil)
  }
}
