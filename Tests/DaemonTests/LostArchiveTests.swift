// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

/// An archive that is lost, with nothing left but the drop folder: the same files, found at once by the first scan.
@Suite struct `A lost archive` {
  private let files: [(name: String, text: String)]

  init() throws {
    let root = Repository.root.appending(path: "seeds/example")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".txt") }
    files = try names.sorted().map { ($0, try seed("example/\($0)")) }
  }

  private func digests(_ bench: Bench) throws -> Set<String> {
    Set(try bench.archive.digestNumbers(after: 0, limit: 1_000).map(\.id))
  }

  @Test func `comes to the same meetings and digests, where the files came together`() throws {
    let (memory, first) = (Memory(), try Bench())
    _ = try first.arrive(files)
    let second = try Bench(memory: memory)
    _ = try second.arrive(files.reversed())
    #expect(try first.archive.meetings() == second.archive.meetings())
    #expect(try digests(first) == digests(second) && digests(first).count > 20)
  }

  @Test
  func
    `comes to the same comparisons, and to the ids of digests that rested on the same, where they came one by one`()
    throws
  {
    let (memory, first) = (Memory(), try Bench())
    for file in files { _ = try first.arrive([file]) }
    let second = try Bench(memory: memory)
    _ = try second.arrive(files)
    #expect(try first.archive.meetings() == second.archive.meetings())
    #expect(try first.final().map(\.id) == second.final().map(\.id))
    // A digest that was told before a report it could be compared with had come is told with that now.
    let final = Set(try first.final().map(\.id))
    #expect(try digests(second) == final)
    #expect(try digests(first).intersection(final).count > final.count / 3)
  }
}
