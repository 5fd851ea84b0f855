// SPDX-License-Identifier: Apache-2.0
import Archive
import Diff
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

/// Changes that a reader has called insignificant.
@Suite struct `A marked change` {
  private static let years = [
    "example/2023/2023-02-24-hanhai-minzheng.txt", "example/2024/2024-03-08-hanhai-minzheng.txt",
  ]

  private func bench() throws -> Bench {
    let bench = try Bench()
    for (number, year) in Self.years.enumerated() {
      _ = try bench.arrive([("\(number).txt", try seed(year))])
    }
    return bench
  }

  /// The digest of the second year as it would be told now.
  private func digest(_ bench: Bench) throws -> MeetingDigest {
    try #require(try bench.final().first { $0.meeting.date?.year == 2024 })
  }

  private func mark(_ mark: Insignificance, series: String, on bench: Bench) throws {
    let edit = try bench.archive.keep(
      Edit(at: 1, uid: 0, who: "root", verb: "mark", target: "entry"))
    try bench.archive.keep(mark, series: series, edit: edit)
  }

  @Test func `weighs least and is told behind all others, under another id`() throws {
    let bench = try bench()
    let before = try digest(bench)
    let first = try #require(before.changes.first { $0.relation == .previous })
    #expect(Weight(first) == .high)
    try mark(first.insignificance, series: before.meeting.series, on: bench)
    let after = try digest(bench)
    let own = after.changes.filter { $0.relation == .previous }
    let marked = own.filter { $0.insignificance == first.insignificance }
    #expect(!marked.isEmpty && marked.allSatisfy { $0.isMarked && Weight($0) == .low })
    #expect(own.suffix(marked.count).allSatisfy { $0.isMarked })
    #expect(after.changes.count == before.changes.count)
    #expect(after.id != before.id)
    let entry = try #require(
      JournalEntries.make(after).first {
        $0["MINUTED_WEIGHT"] == "low" && $0["MINUTED_CHANGE"] == first.kind.rawValue
      })
    #expect(entry["PRIORITY"] == "6")
  }

  @Test func `of another series, or one that does not come, changes nothing`() throws {
    let bench = try bench()
    let before = try digest(bench)
    let first = try #require(before.changes.first)
    try mark(first.insignificance, series: "440000/民政/工作会议", on: bench)
    try mark(
      Insignificance(change: "dropped", subject: "priority", matter: "不存在"), series: before.meeting.series,
      on: bench)
    let after = try digest(bench)
    #expect(after.id == before.id && after.changes == before.changes)
  }

  @Test func `that is taken back weighs as before`() throws {
    let bench = try bench()
    let before = try digest(bench)
    let first = try #require(before.changes.first)
    let edit = try bench.archive.keep(Edit(at: 1, uid: 0, who: "root", verb: "mark", target: "entry"))
    try bench.archive.keep(first.insignificance, series: before.meeting.series, edit: edit)
    #expect(try digest(bench).id != before.id)
    try bench.archive.removeMark(edit: edit)
    #expect(try digest(bench).id == before.id)
  }

  /// Digests that were sent long ago are marked by what is kept of them.
  @Test func `is read from a kept digest as from the change itself`() throws {
    let bench = try bench()
    let digest = try digest(bench)
    let json = DigestJSON.value(digest).text()
    #expect(digest.changes.count > 10)
    for (number, change) in digest.changes.enumerated() {
      #expect(KeptMark.of(digest.entryID(number + 1), in: json) == change.insignificance, "\(change.kind)")
    }
  }
}
