// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

@Suite struct `Telling a batch` {
  private let bench: Bench
  private let drafting: DraftingThreads
  private let later: String
  private let earlier: String

  init() throws {
    bench = try Bench()
    drafting = try DraftingThreads()
    later = try seed("example/2024/2024-03-08-hanhai-minzheng.txt")
    earlier = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
  }

  /// A batch that is read, and its telling, begun: the first drafts are under way.
  private func begun(_ files: [(name: String, text: String)]) throws -> (Batch, BatchTelling) {
    let number = try bench.batch(files)
    let batch = try #require(try bench.archive.batch(number))
    while try BatchReading(bench.pipeline).read(batch) {}
    let telling = BatchTelling(bench.pipeline, drafting)
    #expect(try telling.advance(batch) == .waits)
    return (batch, telling)
  }

  private func finish(_ batch: Batch, _ telling: BatchTelling) throws {
    while true {
      switch try telling.advance(batch) {
      case .over: return
      case .goesOn: break
      case .waits: Bench.awaitDraft(of: drafting)
      }
    }
  }

  private func attempts() throws -> [Int] {
    try (1...2).compactMap { try bench.archive.arrival($0)?.attempts }
  }

  @Test func `counts an attempt for all that is begun, and takes it back when it is broken off`() throws {
    let (_, telling) = try begun([("a.txt", later), ("b.txt", earlier)])
    #expect(try attempts() == [1, 1])
    try telling.giveBack()
    #expect(try attempts() == [0, 0])
    #expect(bench.pipeline.attempts.underWay.isEmpty && !telling.isUnderWay)
  }

  @Test func `makes a digest anew that the archive has learnt something for meanwhile`() throws {
    let (batch, telling) = try begun([("a.txt", later)])
    _ = try bench.arrive([("b.txt", earlier)])
    try finish(batch, telling)
    let digest = try #require(try bench.entries("digest").last)
    #expect(digest["MINUTED_BASELINE_ID"] == "990000/民政工作会议/2023-02-24")
  }

  @Test func `tells two reports of one meeting as a digest and a source`() throws {
    let (batch, telling) = try begun([("a.txt", later), ("b.txt", later + "\n（转载）\n")])
    try finish(batch, telling)
    #expect(try bench.entries("digest").count == 1 && bench.entries("source").count == 1)
    #expect(try attempts() == [0, 0])
  }

  @Test func `goes through what a crash was seen with one by one`() throws {
    let (batch, _) = try begun([("a.txt", later), ("b.txt", earlier)])
    // As after kill -9: nobody has taken the attempts back.
    try bench.restart()
    let telling = BatchTelling(bench.pipeline, try DraftingThreads())
    _ = try telling.advance(batch)
    #expect(try attempts() == [1, 2])
  }

  @Test func `tells each meeting of a file alone that a crash was seen with`() throws {
    let (batch, _) = try begun([("a.txt", earlier + "\n\n" + later), ("b.txt", try seed(Self.other))])
    try bench.restart()
    try bench.archive.release(2)
    let (telling, thread) = (BatchTelling(bench.pipeline, drafting), drafting)
    while try bench.entries("digest").isEmpty {
      if try telling.advance(batch) == .waits { Bench.awaitDraft(of: thread) }
    }
    // The first meeting is told; the file's second is begun, and nothing beside it.
    #expect(try attempts() == [2, 0])
  }

  @Test func `says until when a draft is awaited`() throws {
    let (batch, telling) = try begun([("a.txt", later)])
    #expect(telling.deadline < .max && !telling.isStuck)
    try finish(batch, telling)
    #expect(telling.deadline == .max)
  }

  private static let other = "example/2025/2025-04-02-yunxiu-minzheng.txt"
}
