// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What administrators put right, through the control socket.
  @Suite struct `What people put right` {
    private static let meeting = "990000/民政工作会议/2024-03-08"
    private static let examples = "/usr/local/share/doc/minuted/examples"

    private func box() throws -> Box {
      let box = try Box(configuration: "LexiconPath=\(Self.examples)/lexicon")
      let years = (2023...2025).map { "\(Self.examples)/example/\($0)" }
      try box.expectSuccess(["minutectl", "import", "--quiet", "--provenance", "invented"] + years)
      return box
    }

    @Test func `is listed first, then corrected, told, and taken back`() throws {
      let box = try box()
      let things = try box.expectSuccess("minutectl", "correct", Self.meeting)
      let figure = try #require(things.split(separator: "\n").first { $0.contains("助餐点1143个") })
      let name = try #require(figure.split(separator: " ").first)
      let done = try box.expectSuccess(
        "minutectl", "correct", Self.meeting + name, "--value", "1243", "--reason", "官网已更正")
      #expect(done.hasPrefix("edit ") && done.contains("--undo"))
      let told = try box.awaitEntries(2, "MINUTED_EVENT=correction")
      #expect(told.flatMap(Contract.breaches) == [])
      #expect(told.first?.message.contains("人工更正（官网已更正）") == true)
      let list = try box.expectSuccess("minutectl", "corrections", "list")
      #expect(list.contains("root") && list.contains("由1143改为1243") && list.contains("有效"))
      let number = try #require(done.split { !$0.isNumber }.first)
      try box.expectSuccess("minutectl", "correct", "--undo", String(number), "--reason", "改错了")
      #expect(
        try box.awaitEntries(2, "MINUTED_EVENT=retraction").allSatisfy { $0["MINUTED_REASON"] == "undone" })
      #expect(try box.expectSuccess("minutectl", "corrections").contains("已取消"))
    }

    @Test func `outlives a restart and other words, and is carried to another machine`() throws {
      let box = try box()
      try box.expectSuccess(
        "minutectl", "correct", Self.meeting, "--date", "2024-03-09", "--reason", "原件为9日")
      try box.expectSuccess("minutectl", "withdraw", "990000/民政工作会议/2023-02-24", "--reason", "伪造")
      try box.expectSuccess("minutectl", "alias", "长者食堂", "老年助餐点", "--reason", "改称")
      _ = try box.awaitEntries(2, "MINUTED_EVENT=reloaded")
      try box.expectSuccess("systemctl", "restart", "minuted")
      _ = try box.awaitEntries(2, "MINUTED_EVENT=started")
      #expect(try box.expectSuccess("minutectl", "show", "990000/民政工作会议/2024-03-09").contains("人工更正 1处"))
      #expect(
        try box.expectSuccess("minutectl", "show", "990000/民政工作会议/2023-02-24").contains("会议已人工撤回（root，"))
      let changes = try box.expectSuccess("minutectl", "corrections", "export")
      let ids = try box.expectSuccess("minutectl", "list", "--json", "--limit", "0")
      let other = try self.box()
      try other.expectSuccess("sh", "-c", "cat > /root/changes <<'END'\n\(changes)END\n")
      #expect(
        try other.expectSuccess("minutectl", "corrections", "import", "/root/changes").contains(
          "3 changes made"))
      #expect(
        try other.expectSuccess("minutectl", "corrections", "import", "/root/changes").contains(
          "3 known already"))
      func meetings(_ list: String) -> [Substring] {
        list.split(separator: "\n").compactMap { $0.firstMatch(of: /"id":"([^"]*)"/)?.1 }
      }
      let there = try other.expectSuccess("minutectl", "list", "--json", "--limit", "0")
      #expect(meetings(there) == meetings(ids))
    }

    @Test func `is for administrators, and says what to do`() throws {
      let box = try box()
      for command in [
        ["correct", Self.meeting, "--date", "2024-03-09"], ["withdraw", Self.meeting], ["alias", "甲", "乙"],
      ] {
        let asked = try box.run(
          ["setpriv", "--reuid=65534", "--regid=65534", "--groups=minuted", "minutectl"] + command + [
            "--reason", "x",
          ])
        #expect(asked.status == 1 && asked.errors.contains("minuted-admin"), "\(command): \(asked)")
      }
      let silent = try box.run("minutectl", "correct", Self.meeting, "--date", "2024-03-09")
      #expect(silent.status == 64 && silent.errors.contains("--reason"))
      let wrong = try box.run("minutectl", "correct", Self.meeting, "--date", "2024-02-30", "--reason", "x")
      #expect(wrong.status == 1 && wrong.errors.contains("is no date"))
      try box.expectSuccess("systemctl", "stop", "minuted")
      let down = try box.run("minutectl", "correct", Self.meeting, "--date", "2024-03-09", "--reason", "x")
      #expect(down.errors.contains("systemctl start minuted"))
    }
  }
}
