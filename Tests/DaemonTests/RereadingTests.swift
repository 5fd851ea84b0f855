// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
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
}
