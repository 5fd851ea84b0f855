// SPDX-License-Identifier: Apache-2.0
import Archive
import Foundation
import TestKit
import Testing

@testable import Control

/// What reports would say under other tables, tried on the seeds' archive.
@Suite struct `Tables on trial` {
  private let folder: URL

  init() throws {
    folder = SeedArchive.shared.folder.appending(path: "words-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let header = try #require(
      String(contentsOf: Repository.root.appending(path: "config/lexicon/topics.tsv"), encoding: .utf8)
        .split(separator: "\n").first)
    try Data("\(header)\n银发经济\t民政\tcharity-social-work\t9\n".utf8).write(
      to: folder.appending(path: "topics.tsv"))
  }

  private func test(_ more: String...) throws -> Run {
    try Program.run(
      ["lexicon", "test", folder.path, "--configuration", SeedArchive.shared.folder.path] + more)
  }

  @Test func `show which reports would be read otherwise, and how`() throws {
    let run = try test()
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.out.contains("2024-03-08-hanhai-minzheng.txt"))
    #expect(
      run.out.contains("  任务 4 发展银发经济 [economy-service] → 4 发展银发经济 [charity-social-work economy-service]"))
    #expect(run.complaint.contains("documents would be read otherwise"))
  }

  @Test func `are told as objects too`() throws {
    let first = try #require(try test("--json").lines.first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
    #expect(object["earlier"] as? String != object["later"] as? String)
    #expect((object["changes"] as? [[String: Any]])?.first?["subject"] as? String == "task")
  }

  @Test func `change nothing that is kept`() throws {
    let before = try SeedArchive.shared.archive.meetings()
    _ = try test()
    #expect(try SeedArchive.shared.archive.meetings() == before)
  }

  @Test func `are compared with what is kept where they lie in the service's folder already`() throws {
    let root = SeedArchive.shared.folder.appending(path: "service-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let examples = Repository.root.appending(path: "seeds/lexicon").path
    try Data("[Minuted]\nLexiconPath=\(examples)\nLexiconPath=\(folder.path)\n".utf8)
      .write(to: root.appending(path: "minuted.conf"))
    for command in [["lexicon", "test", folder.path], ["reread", "--dry-run"]] {
      let run = try Program.run(command + ["--configuration", root.path])
      #expect(run.out.contains("任务 4 发展银发经济"), "\(command): \(run.complaint)")
    }
  }

  @Test func `that say the same show nothing`() throws {
    let run = try Program.run([
      "reread", "--dry-run", "--configuration", SeedArchive.shared.folder.path, "-n", "5",
    ])
    #expect(
      run.status == 0 && run.complaint.contains("0 of 5 documents would be read otherwise"),
      "\(run.complaint)")
  }

  @Test func `with a bad line are refused with its place`() throws {
    try Data("养老\t\t\t\n".utf8).write(to: folder.appending(path: "topics.tsv"))
    let run = try test()
    #expect(run.status == 78 && run.complaint.contains("topics.tsv:1"))
  }
}

@Suite struct `What forgetting leaves` {
  private func lines(latest: Int64 = 0, entries: Int = 0, listing: Bool = false) -> [String] {
    let entries = (0..<entries).map { ForgetCommand.Outcome.Entry(id: "1a2b-0\($0)", cursor: "s=\($0)") }
    let outcome = ForgetCommand.Outcome(
      files: ["a.txt"], gone: ["440300/民政工作会议/2023-02-21"], left: [], digests: ["1a2b"], corrected: 1,
      pages: 1, containers: 0, latest: latest, entries: entries)
    return ForgetCommand.lines(outcome, "x", now: 10_000_000_000, listing: listing)
  }

  @Test func `names the journal's entries and the command that takes them`() {
    let told = lines(latest: 0, entries: 3)
    #expect(told.contains("  the journal: 3 entries"))
    #expect(told.contains("    journalctl MINUTED_DIGEST_ID=1a2b"))
    // Not more than is needed: what is as old as they are goes with them.
    #expect(told.contains("    journalctl --rotate --vacuum-time=2h"))
    #expect(lines(latest: 9_990_000_000, entries: 1).contains("    journalctl --rotate --vacuum-time=10s"))
  }

  @Test func `names each entry with its cursor when asked to`() {
    #expect(lines(entries: 2, listing: true).contains("    1a2b-01  s=1"))
    #expect(!lines(entries: 2).contains { $0.contains("s=1") })
  }

  @Test func `names the file, other digests and backups`() {
    let told = lines().joined(separator: "\n")
    #expect(told.contains("the file, if it still lies in its folder: a.txt"))
    #expect(told.contains("digests of other meetings that were compared with it"))
    #expect(told.contains("backups and exports made before") && !told.contains("the journal:"))
  }
}
