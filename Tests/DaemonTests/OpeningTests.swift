// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Extraction
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

/// What becomes of an arrival that a child has to open, without the children.
@Suite struct `A document that is no plain text` {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func document(_ path: String) throws -> Data {
    try Data(contentsOf: Repository.fixtures.appending(path: "documents/\(path)"))
  }

  private var aside: [Arrival] { get throws { try bench.archive.aside(limit: 10) } }

  private static let docx = "docx/2024-03-08-hanhai-minzheng.docx"

  @Test func `is set aside with no attempt counted, and what came with it is told`() throws {
    let report = Data(try seed("example/2024/2024-03-08-hanhai-minzheng.txt").utf8)
    let tally = try bench.pipeline.process(
      try bench.take([(name: "a.docx", bytes: try document(Self.docx)), (name: "b.txt", bytes: report)]))
    #expect(tally == Tally(digests: 1))
    #expect(try aside.map(\.file.display) == ["a.docx"])
    #expect(try aside.map(\.attempts) == [0])
    #expect(try bench.archive.waiting(limit: 10).isEmpty)
  }

  @Test func `is told when it was opened, and again by the same bytes without opening`() throws {
    let arrivals = try bench.take([(name: "a.docx", bytes: try document(Self.docx))])
    _ = try bench.pipeline.process(arrivals)
    let text = try seed("example/2024/2024-03-08-hanhai-minzheng.txt")
    let content = ExtractedDocument(blocks: text.split(separator: "\n").map { .init(String($0)) })
    let opened = OpenedDocument(format: .docx, charset: nil, content: content)
    let arrival = try #require(try aside.first)
    #expect(try bench.pipeline.tell([bench.pipeline.work(arrival, opened)]) == Tally(digests: 1))
    #expect(try aside.isEmpty)
    let copy = try bench.take([(name: "b.docx", bytes: try document(Self.docx))])
    #expect(try bench.pipeline.process(copy) == Tally(duplicates: 1))
  }

  @Test func `is refused after three children that ended without an answer, and not before`() throws {
    var arrival = try #require(try bench.take([(name: "a.docx", bytes: try document(Self.docx))]).first)
    let finished = Extractions.Finished(
      purpose: .arrival(arrival), format: .docx, result: .failure(.crashed(signal: 11, status: 0)))
    for attempt in 1...3 {
      arrival.attempts = attempt
      switch bench.pipeline.follow(finished, of: arrival) {
      case .again(_, isFault: true): #expect(attempt < 3)
      case .work(.refused(_, let error)): #expect(attempt == 3 && error.reason == .crashed)
      default: Issue.record("attempt \(attempt)")
      }
    }
  }

  @Test func `is tried again without an attempt counted where the machine had no process to spare`() throws {
    let arrival = try #require(try bench.take([(name: "a.docx", bytes: try document(Self.docx))]).first)
    let finished = Extractions.Finished(
      purpose: .arrival(arrival), format: .docx, result: .failure(.unable(call: "posix_spawn", code: 11)))
    guard case .again(_, isFault: false) = bench.pipeline.follow(finished, of: arrival) else {
      Issue.record("refused")
      return
    }
  }

  @Test func `is not told with its batch until it was opened`() throws {
    let batch = try bench.archive.beginBatch(.import)
    let report = Data(try seed("example/2024/2024-03-08-hanhai-minzheng.txt").utf8)
    let arrivals = try bench.take([
      (name: "a.docx", bytes: try document(Self.docx)), (name: "b.txt", bytes: report),
    ])
    try bench.archive.join(arrivals.map(\.id), to: batch)
    let open = try #require(try bench.archive.batch(batch))
    while try BatchReading(bench.pipeline).read(open) {}
    #expect(try bench.archive.hasAside(batch: batch))
    #expect(try bench.archive.batch(of: try #require(try aside.first).id) == batch)
  }
}

/// Containers, whose members are the arrivals.
@Suite struct `A container` {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func unpack(_ members: [(name: String, text: String)]) throws -> (Arrival, [ArrivedFile]) {
    let zip = Data([0x50, 0x4B, 3, 4] + Array("\(members)".utf8))
    let container = try #require(try bench.take([(name: "a.zip", bytes: zip)]).first)
    _ = try bench.pipeline.process([container])
    let found = members.map {
      ExtractedDocument.Member(name: Array($0.name.utf8), bytes: Array($0.text.utf8))
    }
    return (container, try Unpacking(bench.setup.configuration, bench.state).files(of: container, found))
  }

  private func enter(_ files: [ArrivedFile], of container: Arrival, batch: Int64? = nil) throws {
    try bench.archive.unpack(container, into: files, batch: batch, boot: bench.state.boot, now: 0)
  }

  private func report() throws -> String { try seed("example/2024/2024-03-08-hanhai-minzheng.txt") }

  @Test func `gives an outcome for each member by its own name, and none for itself`() throws {
    let (container, files) = try unpack([("报告/a.txt", try report()), ("b.txt", "春江潮水连海平，海上明月共潮生。\n")])
    try enter(files, of: container)
    #expect(
      try bench.pipeline.process(try bench.archive.waiting(limit: 10)) == Tally(digests: 1, rejected: 1))
    #expect(try bench.values("MINUTED_FILE", of: "digest") == ["a.zip/报告/a.txt"])
    #expect(try bench.values("MINUTED_FILE", of: "rejected") == ["a.zip/b.txt"])
    #expect(try bench.archive.aside(limit: 1).isEmpty)
    #expect(try bench.archive.arrival(container.id)?.state == .journalled)
  }

  @Test func `that comes again with one more report tells that one alone`() throws {
    let (container, files) = try unpack([("a.txt", try report())])
    try enter(files, of: container)
    _ = try bench.pipeline.process(try bench.archive.waiting(limit: 10))
    let earlier = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    let (later, more) = try unpack([("a.txt", try report()), ("b.txt", earlier)])
    try enter(more, of: later)
    #expect(try bench.archive.waiting(limit: 10).map(\.file.display) == ["a.zip/b.txt"])
  }

  @Test func `names its members below itself whatever they call themselves`() throws {
    let (_, files) = try unpack([
      ("../../etc/passwd", "1"), ("/b\u{1B}.txt", "2"), ("./c.txt", "3"), ("__MACOSX/d", "4"),
      ("~$e.docx", "5"),
      ("", "6"), (".f", "7"),
    ])
    #expect(files.map(\.display) == ["a.zip/etc/passwd", "a.zip/b%1B.txt", "a.zip/c.txt"])
  }

  @Test func `within a container is refused`() throws {
    let (container, files) = try unpack([("b.zip", "PK\u{3}\u{4}")])
    try enter(files, of: container)
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 10)) == Tally(rejected: 1))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["format"])
  }

  @Test func `in a batch is counted by its members`() throws {
    let (container, files) = try unpack([("a.txt", try report()), ("b.txt", "无")])
    let batch = try bench.archive.beginBatch(.import)
    try bench.archive.join([container.id], to: batch)
    try enter(files, of: container, batch: batch)
    #expect(try bench.archive.batch(batch)?.files == 2)
    try bench.work(off: batch)
    #expect(try bench.entries("digest").count == 1)
  }
}
