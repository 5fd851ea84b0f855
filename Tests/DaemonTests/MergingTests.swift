// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

@Suite struct `Two meetings that a person made one, when that is taken back` {
  private let desk: Correcting
  /// The digests of both before, and of the one that they were.
  private let (first, middle): (String, String)
  private let merged: String
  private let edit: Int64

  init() throws {
    desk = try Correcting()
    first = try #require(try desk.told(Correcting.first))
    middle = try #require(try desk.told(Correcting.middle))
    edit = try desk.change(Correcting.first, [(.date, "2024-03-08")], merges: true).edit
    merged = try #require(try desk.told(Correcting.middle))
    #expect(merged != middle)
    #expect(try desk.told(Correcting.first) == nil)
  }

  /// The digests that the entries on a meeting name, after those that were sent before.
  private func named(of meeting: String, since count: Int) throws -> Set<String> {
    let entries = try desk.bench.entries().dropFirst(count).filter { $0["MINUTED_MEETING_ID"] == meeting }
    return Set(entries.flatMap { [$0["MINUTED_DIGEST_ID"], $0["MINUTED_SUPERSEDES"]].compactMap(\.self) })
  }

  @Test func `have each its own digest again, and neither names the other's`() throws {
    let count = try desk.bench.entries().count
    let undone = try desk.undo(edit)
    #expect(try desk.told(Correcting.first) == first)
    #expect(try desk.told(Correcting.middle) == middle)
    #expect(try named(of: Correcting.middle, since: count) == [merged])
    #expect(try named(of: Correcting.first, since: count) == [first])
    let entry = try #require(try desk.bench.entries().last { $0["MINUTED_MEETING_ID"] == Correcting.first })
    #expect(entry["MINUTED_EVENT"] == "correction" && entry["MINUTED_REASON"] == "reinstated")
    #expect(undone.restored.contains(first) && undone.restored.contains(middle))
  }

  @Test func `are each told with what came meanwhile, in the place of its own digest`() throws {
    for (place, id) in [Correcting.first, Correcting.middle].enumerated() {
      let (desk, report) = (try Correcting(), try Correcting.reports[place])
      let before = try #require(try desk.told(id))
      let edit = try desk.change(Correcting.first, [(.date, "2024-03-08")], merges: true).edit
      _ = try desk.bench.arrive([("more.txt", report.text + "全省救助流浪乞讨人员2.1万人次，新增社会工作者3200名。\n")])
      try desk.bench.pipeline.correct(desk.archive.awaitedCorrections())
      let merged = try #require(try desk.told(Correcting.middle))
      let count = try desk.bench.entries().count
      _ = try desk.undo(edit)
      let sent = try desk.bench.entries().dropFirst(count)
      let own = try #require(
        sent.last { $0["MINUTED_MEETING_ID"] == id && $0["MINUTED_EVENT"] == "correction" })
      #expect(own["MINUTED_SUPERSEDES"] == (id == Correcting.first ? before : merged))
      let firsts = sent.filter { $0["MINUTED_MEETING_ID"] == Correcting.first }
      #expect(!firsts.isEmpty && firsts.allSatisfy { $0["MINUTED_SUPERSEDES"] != merged })
    }
  }
}
