// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

@Suite struct `A report that is forgotten` {
  private let bench: Bench
  private static let id = "990000/民政工作会议/2023-02-24"

  init() throws {
    bench = try Bench()
    for (name, path) in [
      ("2022.txt", "2022/2022-03-02"), ("2023.txt", "2023/2023-02-24"), ("2024.txt", "2024/2024-03-08"),
    ] {
      _ = try bench.arrive([(name, try seed("example/\(path)-hanhai-minzheng.txt"))])
    }
  }

  private func forget(_ what: String) throws -> Pipeline.Forgotten {
    let edit = Edit(at: 1, uid: 0, who: "root", verb: "forget", target: what, reason: "误传")
    return try bench.pipeline.forget(bench.archive.documents(named: what), edit, reason: "误传", now: 1)
  }

  private func sha256(_ name: String) throws -> String {
    let all = try (1...9).compactMap { try bench.archive.arrival(Int64($0)) }
    return try #require(all.first { $0.file.display == name }?.file.sha256)
  }

  @Test func `is gone with its meeting, and what was told of it is withdrawn in words`() throws {
    let told = try #require(try bench.archive.told(of: MeetingKey(id: Self.id, provenance: .invented)))
    let outcome = try forget(Self.id)
    #expect(outcome.gone.map(\.id) == [Self.id] && outcome.left.isEmpty)
    #expect(try bench.archive.record(id: Self.id, provenance: .invented) == nil)
    #expect(try bench.archive.document(sha256: sha256("2023.txt")) == nil)
    let retraction = try #require(try bench.entries("retraction").first)
    #expect(retraction["MINUTED_SUPERSEDES"] == told.id && retraction["MINUTED_REASON"] == "forgotten")
    #expect(retraction["MESSAGE"]?.hasSuffix("报道已按要求删除（误传）") == true)
    let kept = try #require(try bench.archive.digests(prefix: told.id).first)
    #expect(kept.text == "（内容已删除：minutectl forget）")
  }

  @Test func `has the digest of the meeting after it told anew`() throws {
    #expect(try forget(Self.id).corrected == 1)
    let correction = try #require(try bench.entries("correction").last)
    #expect(correction["MINUTED_DATE"] == "2024-03-08")
    #expect(correction["MINUTED_BASELINE_ID"] == "990000/民政工作会议/2022-03-02")
    let message = try #require(try bench.values("MESSAGE", of: "correction").first)
    #expect(message.contains("2023-02-24会议的报道已按要求删除（误传），改与2022-03-02比较"), "\(message)")
  }

  @Test func `names its entries, and those that wait are not sent`() throws {
    let ids = try bench.entries().filter { $0["MINUTED_MEETING_ID"] == Self.id }.map(\.id)
    let outcome = try forget(Self.id)
    #expect(Set(outcome.documents.flatMap(\.entries).map(\.id)) == Set(ids) && ids.count > 3)
    let left = try bench.entries().map(\.id)
    #expect(ids.allSatisfy { !left.contains($0) })
    #expect(outcome.documents[0].entries.allSatisfy { $0.cursor == nil })
  }

  @Test func `is refused when its bytes come again, and its original does not stay`() throws {
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    _ = try forget(Self.id)
    #expect(try bench.arrive([("again.txt", text)]) == Tally(rejected: 1))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["forgotten"])
    let command = try "minutectl forget --undo \(sha256("again.txt")) --reason 理由"
    #expect(try bench.values("MESSAGE", of: "rejected").first?.contains(command) == true)
    let place = ContentStore(path: bench.state.store).place(of: try sha256("again.txt"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `may come again once that is undone`() throws {
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    let sha256 = try sha256("2023.txt")
    _ = try forget(Self.id)
    #expect(try bench.archive.remember(sha256) == 1)
    // Also under its own name, which the ledger had.
    #expect(try bench.arrive([("2023.txt", text)]).digests == 1)
    #expect(try bench.archive.remember(sha256) == 0)
  }

  @Test func `stands nowhere in the archive's files`() throws {
    let lone = try Bench()
    _ = try lone.arrive([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    let head = try #require(
      try lone.archive.record(id: Self.id, provenance: .invented)?.meeting.priorities.first?.head)
    func holds() throws -> Bool {
      let names = try FileManager.default.contentsOfDirectory(atPath: lone.folder.path)
      return try names.filter { $0.hasPrefix("archive.sqlite") && !$0.hasSuffix("-shm") }.contains {
        try Data(contentsOf: lone.folder.appending(path: $0)).range(of: Data(head.utf8)) != nil
      }
    }
    #expect(try holds())
    let edit = Edit(at: 1, uid: 0, who: "root", verb: "forget", target: Self.id, reason: "误传")
    _ = try lone.pipeline.forget(lone.archive.documents(named: Self.id), edit, reason: "误传", now: 1)
    try lone.archive.emptyLog()
    #expect(try !holds())
  }

  @Test func `leaves its meeting to the other reports of it, told anew`() throws {
    let more = try seed("example/2024/2024-03-08-hanhai-minzheng.txt") + "全省新增社会工作者3200名。\n"
    _ = try bench.arrive([("more.txt", more)])
    let outcome = try forget(try sha256("2024.txt"))
    #expect(outcome.gone.isEmpty && outcome.left.map(\.id) == ["990000/民政工作会议/2024-03-08"])
    #expect(outcome.corrected == 1)
    #expect(try bench.archive.record(outcome.left[0])?.documents.map(\.name) == ["more.txt"])
  }

  @Test func `is kept as forgotten with who asked for it`() throws {
    _ = try forget(Self.id)
    let edit = try #require(try bench.archive.edits(["forget"]).first)
    #expect(edit.who == "root" && edit.reason == "误传" && edit.target == Self.id)
    #expect(try bench.archive.isForgotten(sha256("2023.txt")))
    #expect(try !bench.archive.isForgotten(sha256("2024.txt")))
  }
}
