// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import Testing
import TestKit

@testable import Daemon

@Suite struct `A report that arrives late` {
  private let years = ["2022/2022-03-02", "2023/2023-02-24", "2024/2024-03-08", "2025/2025-03-14"]

  private func drop(_ year: Int, in bench: Bench) throws {
    let path = years[year - 2022]
    _ = try bench.arrive([("\(year).txt", try seed("example/\(path)-hanhai-minzheng.txt"))])
  }

  @Test func `corrects the digest of the meeting after it, once, and no other`() throws {
    let bench = try Bench()
    for year in [2022, 2024, 2025, 2023] { try drop(year, in: bench) }
    let correction = try #require(try bench.entries("correction").first)
    #expect(try bench.entries("correction").count == 1)
    #expect(correction["MINUTED_DATE"] == "2024-03-08")
    #expect(correction["MINUTED_RELATION"] == "previous")
    #expect(correction["MINUTED_BASELINE_ID"] == "990000/民政工作会议/2023-02-24")
    let superseded = try bench.entries("digest").first { $0["MINUTED_DATE"] == "2024-03-08" }
    #expect(correction["MINUTED_SUPERSEDES"] == superseded?["MINUTED_DIGEST_ID"])
    #expect(correction["MINUTED_DIGEST_ID"] != superseded?["MINUTED_DIGEST_ID"])
  }

  @Test func `is told in words: which meeting is the last now, what fell away, what came in`() throws {
    let bench = try Bench()
    for year in [2022, 2024, 2023] { try drop(year, in: bench) }
    let message = try #require(try bench.values("MESSAGE", of: "correction").first)
    let lines = message.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("更正 瀚海省民政2024比2023："))
    #expect(lines[2].hasPrefix("取代"), "\(message)")
    #expect(message.contains("补到上次会议2023-02-24（原以2022-03-02为上次）"))
    #expect(message.contains("撤下") && message.contains("新列"))
    #expect(message.utf8.count <= 3_000 && lines.count <= 36)
  }

  @Test func `has its own changes in the journal under the correction's id`() throws {
    let bench = try Bench()
    for year in [2024, 2023] { try drop(year, in: bench) }
    let correction = try #require(try bench.entries("correction").first)
    let id = try #require(correction["MINUTED_DIGEST_ID"])
    let all = try bench.entries().filter { $0["MINUTED_DIGEST_ID"] == id }
    #expect(correction["MINUTED_ENTRIES"] == String(all.count))
    #expect(correction.id == "\(id)-00")
  }

  @Test func `corrects nothing where it is a peer or a superior`() throws {
    let bench = try Bench()
    for path in ["2024-04-12-lanpu", "2024-03-28-yunxiu", "2024-03-08-hanhai"] {
      _ = try bench.arrive([(path, try seed("example/2024/\(path)-minzheng.txt"))])
    }
    #expect(try bench.entries("correction").isEmpty)
    let final = try bench.final()
    let city = try #require(final.first { $0.meeting.id.hasPrefix("990200") })
    #expect(city.baselines.superiors.count == 1 && city.baselines.peers.count == 1)
  }

  @Test func `corrects nothing within what came together`() throws {
    let bench = try Bench()
    let files = try [2024, 2022, 2023].map {
      ("\($0).txt", try seed("example/\(years[$0 - 2022])-hanhai-minzheng.txt"))
    }
    #expect(try bench.arrive(files) == Tally(digests: 3))
    #expect(try bench.entries("correction").isEmpty)
  }

  @Test func `of a real province leaves no trace in the invented one, nor the other way round`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("h.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    _ = try bench.arrive([("j.txt", try seed("2023/2023-03-17-jiangsu-minzheng.txt"))])
    _ = try bench.arrive([("h4.txt", try seed("example/2024/2024-03-08-hanhai-minzheng.txt"))])
    for entry in try bench.entries() {
      let isInvented = entry["MINUTED_DIVISION"] == "990000"
      let foreign = isInvented ? "江苏" : "瀚海"
      #expect(entry.fields.allSatisfy { !$0.value.contains(foreign) }, "\(entry["MESSAGE"] ?? "")")
    }
  }
}

@Suite struct `The order of arrival` {
  /// The 30 reports of the corpus, real places and invented ones.
  private static let reports: [(name: String, text: String)] = {
    let folder = Repository.root.appending(path: "seeds")
    let paths = try! FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".txt") }.sorted().map { ($0, try! seed($0)) }
  }()

  /// How many orders are tried: a few in every run, 200 with MINUTED_ORDERS=200.
  private static let orders =
    ProcessInfo.processInfo.environment["MINUTED_ORDERS"].flatMap(UInt64.init) ?? 10

  /// What must not depend on it: meetings, their sources, what they are compared with, what is told of them.
  private struct Outcome: Hashable {
    var digests: [String]
    var texts: [String]
    var meetings: [MeetingSummary]

    /// With or without the texts, which the ids stand for: they name all that a digest is made from.
    init(_ bench: Bench, texts isWhole: Bool) throws {
      let final = try bench.final()
      digests = final.map(\.id)
      texts = isWhole ? final.map { String(decoding: DigestJSON.value($0).text(), as: UTF8.self) } : []
      meetings = try bench.archive.meetings().map { summary in
        var summary = summary
        summary.digestID = nil
        return summary
      }
    }
  }

  private static let inOrderOfDate: Outcome = {
    let bench = try! Bench()
    _ = try! bench.arrive(reports)
    return try! Outcome(bench, texts: true)
  }()

  /// Drops all reports in an order and in groups that the seed says, with restarts between.
  private func drop(seed: UInt64) throws -> Bench {
    var chance = Chance(seed: seed)
    var left = Self.reports.shuffled(using: &chance)
    let bench = try Bench(memory: Memory.shared)
    while !left.isEmpty {
      let count = min(left.count, Int.random(in: 1...8, using: &chance))
      _ = try bench.arrive(Array(left.prefix(count)))
      left.removeFirst(count)
      if Bool.random(using: &chance) { try bench.restart() }
    }
    return bench
  }

  @Test func `does not change the archive, the comparisons or the digests' ids`() throws {
    var expected = Self.inOrderOfDate
    for seed in 1...Self.orders {
      let isWhole = seed.isMultiple(of: 10)
      expected.texts = isWhole ? Self.inOrderOfDate.texts : []
      let outcome = try Outcome(try drop(seed: seed), texts: isWhole)
      guard outcome == expected else {
        Issue.record("another outcome with seed \(seed)")
        return
      }
    }
  }

  @Test func `leaves as the last digest of each meeting one against the right previous meeting`() throws {
    let bench = try drop(seed: 7)
    for final in try bench.final() {
      let key = MeetingKey(id: final.meeting.id, provenance: final.record.provenance)
      #expect(try bench.archive.told(of: key)?.previous == final.baselines.previous?.meeting.id)
    }
  }

  @Test func `of an import gives one digest a meeting, by date, one roll-up and no correction`() throws {
    let bench = try Bench()
    var chance = Chance(seed: 3)
    let batch = try bench.batch(Self.reports.shuffled(using: &chance))
    try bench.work(off: batch, restarting: true)
    let digests = try bench.entries("digest")
    let dates = digests.compactMap { $0["MINUTED_DATE"] }
    #expect(digests.count == 31)
    #expect(dates == dates.sorted())
    #expect(try bench.entries("correction").isEmpty)
    #expect(digests.compactMap { $0["MINUTED_DIGEST_ID"] }.sorted() == Self.inOrderOfDate.digests.sorted())
    #expect(try bench.archive.status().arrivals == [.queued: 30])
  }
}

/// Numbers that are the same on every machine (SplitMix64).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
