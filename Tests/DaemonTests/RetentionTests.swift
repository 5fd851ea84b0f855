// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import Settings
import Testing

@testable import Daemon

@Suite struct `An original` {
  private let bench: Bench
  private static let day: Int64 = 86_400_000_000

  init() throws {
    bench = try Bench()
    _ = try bench.arrive([("2023.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
  }

  private var isThere: Bool {
    get throws {
      let sha256 = try #require(try bench.archive.arrival(1)?.file.sha256)
      return try ContentStore(path: bench.state.store).bytes(of: sha256) != nil
    }
  }

  private func land() throws {
    try bench.archive.confirm(try bench.entries().map { (id: $0.id, cursor: "c") })
  }

  /// So many days after the file was taken.
  private func remove(_ keeping: Configuration.Keeping, after days: Int64, isBusy: Bool = false) throws
    -> UInt64?
  {
    try Retention(archive: bench.archive, store: bench.pipeline.store)
      .advance(keeping, now: days * Self.day, isBusy: isBusy)
  }

  @Test func `is kept for ever where nothing else is said`() throws {
    try land()
    #expect(try remove(.forEver, after: 10_000) == nil)
    #expect(try isThere)
  }

  @Test func `is removed when its days are over, text and reading are kept`() throws {
    try land()
    _ = try remove(.days(30), after: 30)
    #expect(try isThere)
    #expect(try remove(.days(30), after: 31) == UInt64(Self.day))
    #expect(try !isThere)
    let record = try #require(try bench.archive.records(prefix: "990000/").first)
    #expect(!record.meeting.paragraphs.isEmpty)
  }

  @Test func `is not removed before the journal has shown its outcome`() throws {
    _ = try remove(.days(30), after: 31)
    #expect(try isThere)
    try land()
    _ = try remove(.days(30), after: 31)
    #expect(try !isThere)
  }

  @Test func `is not removed while there is better to do`() throws {
    try land()
    #expect(try remove(.days(30), after: 31, isBusy: true) == 60_000_000)
    #expect(try isThere)
  }

  @Test func `is not removed while an import has handed it in again`() throws {
    try land()
    let sha256 = try #require(try bench.archive.arrival(1)?.file.sha256)
    let retention = Retention(archive: bench.archive, store: bench.pipeline.store)
    let wait = try retention.advance(.days(30), now: 31 * Self.day, isBusy: false, wanted: [sha256])
    #expect(try wait == 60_000_000 && isThere)
    _ = try remove(.days(30), after: 31)
    #expect(try !isThere)
  }

  @Test func `that came again stays until its last days are over`() throws {
    try land()
    _ = try remove(.days(30), after: 31)
    _ = try bench.arrive([("copy.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    try land()
    _ = try remove(.days(30), after: 30)
    #expect(try isThere)
    _ = try remove(.days(30), after: 31)
    #expect(try !isThere)
  }

  @Test func `that is gone leaves its reading to other rules as it was`() throws {
    try land()
    _ = try remove(.days(30), after: 31)
    let before = try bench.archive.meetings().map(\.id)
    let setup = try bench.reconfigured("")
    var rereading = try Rereading(
      archive: bench.archive, pipeline: Pipeline(setup: setup, archive: bench.archive, state: bench.state))
    let extractions = Extractions(loop: EventLoop(), extractor: setup.extractor, most: 1)
    while rereading.left > 0 { try rereading.advance(extractions) }
    #expect(try bench.archive.meetings().map(\.id) == before && rereading.changed == 0)
  }
}

@Suite struct `Who dropped a file` {
  @Test func `is kept nowhere and told nowhere`() throws {
    let bench = try Bench()
    _ = try bench.arrive([
      ("2023.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt")), ("bad.txt", "\0"),
    ])
    let columns = try bench.columns(of: "arrivals") + bench.columns(of: "documents")
    let words = ["uid", "user", "owner", "gid", "who"]
    #expect(!columns.isEmpty && columns.allSatisfy { !words.contains($0) }, "\(columns)")
    let names = try Set(bench.entries().flatMap { $0.fields.map(\.name) })
    #expect(names.allSatisfy { name in !["UID", "USER", "OWNER", "WHO"].contains { name.hasSuffix($0) } })
  }
}
