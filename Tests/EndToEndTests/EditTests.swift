// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What administrators do to what was told, or is to be told, through the control socket.
  @Suite struct `What was told` {
    private func told(_ box: Box) throws -> String {
      try box.drop(Examples.shenzhen)
      let digest = try #require(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      return try #require(digest["MINUTED_DIGEST_ID"])
    }

    @Test func `can be withdrawn with a reason, and hold again`() throws {
      let box = try Box()
      let id = try told(box)
      try box.expectSuccess("minutectl", "retract", String(id.prefix(8)), "--reason", "数字取自旧稿")
      let entry = try #require(try box.awaitEntries(1, "MINUTED_EVENT=retraction").first)
      #expect(Contract.breaches(of: entry) == [])
      #expect(entry["MINUTED_SUPERSEDES"] == id && entry["MINUTED_REASON"] == "request")
      #expect(entry.message.contains("数字取自旧稿"))
      #expect(try box.expectSuccess("minutectl", "list").contains("已撤回"))
      #expect(try box.expectSuccess("minutectl", "digest", id).contains("【摘要已撤回（root，"))
      #expect(try box.run("minutectl", "retract", id, "--reason", "再次").errors.contains("withdrawn already"))
      try box.expectSuccess("minutectl", "retract", id, "--undo", "--reason", "误撤")
      let back = try #require(try box.awaitEntries(1, "MINUTED_EVENT=correction").first)
      #expect(back.message.contains("误撤"))
      #expect(try box.expectSuccess("minutectl", "list").contains(id.prefix(8)))
    }

    @Test func `can be sent again, and each copy is confirmed`() throws {
      let box = try Box()
      let id = try told(box)
      let match = "MINUTED_DIGEST_ID=\(id)"
      let settled = "until minutectl status --json | grep -q '\"queued\":0,\"sent\":0'; do sleep 0.05; done"
      // What is seen in the journal is sent again only once the service has seen it there, too.
      try box.expectSuccess("timeout", "20", "sh", "-c", settled)
      let entries = try box.entries(match)
      let replayed = try box.expectSuccess("minutectl", "replay", id)
      #expect(replayed.contains(entries.count == 1 ? "1 entry is sent" : "\(entries.count) entries are sent"))
      let again = try box.awaitEntries(entries.count, match, "MINUTED_REISSUE=1")
      #expect(
        Set(again.compactMap { $0["MINUTED_ENTRY_ID"] }) == Set(entries.compactMap { $0["MINUTED_ENTRY_ID"] })
      )
      try box.expectSuccess("timeout", "20", "sh", "-c", settled)
      // A journal that was cut gets all of it anew, which a restart does not repeat.
      try box.expectSuccess("sh", "-c", "journalctl --rotate && journalctl --vacuum-time=1us")
      try box.expectSuccess("minutectl", "replay", "--since", "today")
      _ = try box.awaitEntries(entries.count, match, "MINUTED_REISSUE=2")
      try box.expectSuccess("timeout", "20", "sh", "-c", settled)
      try box.expectSuccess("systemctl", "restart", "minuted")
      _ = try box.awaitEntries(1, "MINUTED_EVENT=started")
      #expect(try box.entries(match).count == entries.count)
      #expect(try box.entries("MINUTED_EVENT=started").allSatisfy { $0["MINUTED_REISSUE"] == nil })
    }

    @Test func `is marked insignificant by its entry's id, and the marks are listed`() throws {
      let box = try Box(configuration: "LexiconPath=/usr/local/share/doc/minuted/examples/lexicon")
      let years = (2023...2024).map { "/usr/local/share/doc/minuted/examples/example/\($0)" }
      try box.expectSuccess(["minutectl", "import", "--quiet", "--provenance", "invented"] + years)
      let change = try #require(try box.awaitEntries(1, "MINUTED_EVENT=change", "MINUTED_WEIGHT=high").first)
      let entry = try #require(change["MINUTED_ENTRY_ID"])
      try box.expectSuccess("minutectl", "mark", entry, "insignificant", "--reason", "年年如此")
      #expect(try box.expectSuccess("minutectl", "mark", "--list").contains("年年如此"))
      #expect(try box.run("minutectl", "mark", entry, "insignificant").errors.contains("marked already"))
      let digest = try #require(change["MINUTED_DIGEST_ID"])
      let anew = try box.expectSuccess("minutectl", "digest", digest, "--refreshed", "--json")
      #expect(!anew.contains("\"id\":\"\(digest)\""))
      try box.expectSuccess("minutectl", "mark", entry, "--undo")
      #expect(try box.expectSuccess("minutectl", "mark", "--list").contains("没有标记"))
    }

    @Test func `is for administrators to change`() throws {
      let box = try Box()
      let id = try told(box)
      for command in [
        ["retract", id, "--reason", "x"], ["replay", id], ["release", "--all"],
        ["mark", "\(id)-01", "insignificant"],
      ] {
        let asked = try box.run(
          ["setpriv", "--reuid=65534", "--regid=65534", "--groups=minuted", "minutectl"] + command)
        #expect(asked.status == 1 && asked.errors.contains("minuted-admin"), "\(command): \(asked)")
      }
      try box.expectSuccess("systemctl", "stop", "minuted")
      #expect(try box.run("minutectl", "release", "--all").errors.contains("systemctl start minuted"))
    }
  }

  /// Sub-folders of `Hold=`.
  @Suite struct `A report under embargo` {
    private let name = "embargo-3月/\(Examples.shenzhen.lastPathComponent)"

    private func held() throws -> Box {
      let box = try Box(configuration: "Hold=embargo*")
      let folder = box.state.appending(path: "spool/incoming/embargo-3月")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try box.drop(try Data(contentsOf: Examples.shenzhen), as: name)
      try box.expectSuccess(
        "timeout", "20", "sh", "-c", "until minutectl list --held | grep -q 深圳市; do sleep 0.05; done")
      return box
    }

    @Test func `is told when it is released, and its name and words stand nowhere before`() throws {
      let box = try held()
      try box.drop(Examples.guangzhou)
      let other = try #require(try box.outcomes(of: Examples.guangzhou.lastPathComponent).first)
      #expect(other["MINUTED_RELATION"] == "none")
      #expect(try !box.run("journalctl", "-t", "minuted", "-o", "json").output.contains("深圳"))
      #expect(try box.expectSuccess("minutectl", "status").contains("on hold 1"))
      #expect(try !box.expectSuccess("minutectl", "list").contains("深圳市"))
      let index = "/var/lib/minuted/reports/index.html"
      try box.expectSuccess(
        "timeout", "20", "sh", "-c", "until grep -q guangzhou \(index); do sleep 0.05; done")
      #expect(try !box.expectSuccess("cat", index).contains("shenzhen"))
      #expect(try box.expectSuccess("minutectl", "release", name).contains("1 digest"))
      #expect(try box.outcomes(of: name).map { $0["MINUTED_EVENT"] } == ["digest"])
      #expect(try box.run("minutectl", "release", name).errors.contains("list --held"))
    }

    @Test func `is told at its time, which a restart keeps`() throws {
      let box = try held()
      try box.expectSuccess("minutectl", "release", "embargo-3月", "--at", "+1h")
      #expect(
        try box.expectSuccess("minutectl", "hold", "embargo-3月").contains(
          "1 file stays on hold, without a time"))
      try box.expectSuccess("minutectl", "release", "--all", "--at", "+4s")
      try box.expectSuccess("systemctl", "restart", "minuted")
      #expect(try box.entries("MINUTED_EVENT=digest").isEmpty)
      #expect(try box.outcomes(of: name).count == 1)
    }

    @Test func `is told when it is moved out of its folder`() throws {
      let box = try held()
      let folder = "/var/spool/minuted/incoming"
      try box.expectSuccess("mv", "\(folder)/\(name)", "\(folder)/open.txt")
      #expect(try box.outcomes(of: "open.txt").map { $0["MINUTED_EVENT"] } == ["digest"])
      #expect(try box.expectSuccess("minutectl", "list", "--held").contains("没有保留的文件"))
    }
  }
}
