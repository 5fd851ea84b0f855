// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import TestKit
import Testing

@testable import Daemon

@Suite struct `Reading again by other rules` {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    _ = try bench.arrive([
      ("2023.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt")),
      ("2024.txt", try seed("example/2024/2024-03-08-hanhai-minzheng.txt")),
    ])
  }

  /// Reads everything again by the rules of a setup, slice by slice, and returns what is said of it.
  private func readAgain(by setup: Setup) throws -> String? {
    let pipeline = Pipeline(setup: setup, archive: bench.archive, state: bench.state)
    var rereading = try Rereading(archive: bench.archive, pipeline: pipeline)
    let extractions = Extractions(loop: EventLoop(), extractor: setup.extractor, most: 1)
    while rereading.left > 0 { try rereading.advance(extractions) }
    return rereading.summary(MachineEntries(rules: setup.rules))?["MESSAGE"]
  }

  /// A setup that does not know the example divisions.
  private var untaught: Setup { get throws { try bench.reconfigured("") } }

  @Test func `is not done where the rules are the same`() throws {
    #expect(try readAgain(by: bench.setup) == nil)
  }

  @Test func `counts what it read and what is read otherwise now, and sends no digest`() throws {
    let told = try bench.entries().count
    #expect(try readAgain(by: untaught) == "已按新规则重读2份存档，2份读法有变；已发的摘要不变")
    #expect(try bench.entries().count == told)
    #expect(try bench.archive.staleCount(rules: untaught.rules) == 0)
  }

  @Test func `takes away a meeting that the new rules do not find, and brings it back`() throws {
    let before = try bench.archive.meetings().map(\.id)
    _ = try readAgain(by: untaught)
    #expect(try bench.archive.meetings().isEmpty)
    _ = try readAgain(by: bench.setup)
    #expect(try bench.archive.meetings().map(\.id) == before)
  }

  @Test func `keeps the old reading of a document whose bytes are gone`() throws {
    let before = try bench.archive.meetings().map(\.id)
    try FileManager.default.removeItem(atPath: bench.state.store)
    #expect(try readAgain(by: untaught) == "已按新规则重读2份存档，0份读法有变；已发的摘要不变")
    #expect(try bench.archive.meetings().map(\.id) == before)
  }

  @Test func `keeps what it read otherwise, under both rules`() throws {
    _ = try readAgain(by: untaught)
    var kept: [KeptRereading] = []
    try bench.archive.eachRereading(from: bench.setup.rules, to: untaught.rules) { kept.append($0) }
    #expect(kept.map(\.name) == ["2024.txt", "2023.txt"])
    let difference = try #require(ReadingDifference(bytes: kept[0].changes))
    #expect(difference.items.contains { $0.subject == .meeting && $0.to == nil })
    let rules = try bench.archive.rereadRules()
    #expect(rules.map(\.documents) == [2] && rules[0].earlier == bench.setup.rules)
  }

  @Test func `goes over everything on request, and on where it was after a restart`() throws {
    try bench.archive.beginRereading(rules: bench.setup.rules)
    #expect(try readAgain(by: bench.setup) == "已按新规则重读2份存档，0份读法有变；已发的摘要不变")
    #expect(try readAgain(by: bench.setup) == nil)
    try bench.archive.beginRereading(rules: bench.setup.rules)
    try bench.archive.noteRereading(at: 2)
    #expect(try readAgain(by: bench.setup) == "已按新规则重读1份存档，0份读法有变；已发的摘要不变")
  }

  @Test func `begins anew on request where the rules have changed meanwhile`() throws {
    try bench.archive.beginRereading(rules: bench.setup.rules)
    try bench.archive.noteRereading(at: 2)
    #expect(try readAgain(by: untaught) == "已按新规则重读2份存档，2份读法有变；已发的摘要不变")
  }

  @Test func `leaves digests as they were sent to the byte, after two changes of rules`() throws {
    func sent() throws -> [KeptDigest] {
      try bench.archive.digestNumbers(after: 0, limit: 9).flatMap { try bench.archive.digests(prefix: $0.id) }
    }
    let before = try sent()
    _ = try readAgain(by: untaught)
    _ = try readAgain(by: bench.reconfigured("LexiconPath=\(words().path)"))
    #expect(try sent() == before && before.count == 2)
    #expect(try bench.archive.rereadRules().count == 2)
  }

  /// Tables that know the example divisions and have a task under another topic.
  private func words() throws -> URL {
    let folder = bench.folder.appending(path: "words")
    try FileManager.default.copyItem(at: Repository.root.appending(path: "seeds/lexicon"), to: folder)
    let base = try String(
      contentsOf: Repository.root.appending(path: "config/lexicon/topics.tsv"), encoding: .utf8)
    let header = base.prefix { $0 != "\n" }
    try Data("\(header)\n银发经济\t民政\tcharity-social-work\t9\n".utf8).write(
      to: folder.appending(path: "topics.tsv"))
    return folder
  }
}
