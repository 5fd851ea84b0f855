// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// The unit under systemd: start, stop, reload, kill, and what goes wrong before it starts.
  @Suite struct `The service` {
    @Test func `starts, says so and tells its state`() throws {
      let box = try Box()
      #expect(try box.property("ActiveState") == "active")
      #expect(try box.property("StatusText").isEmpty == false)
      let started = try #require(try box.awaitEntries(1, "MINUTED_EVENT=started").first)
      #expect(Contract.breaches(of: started) == [])
    }

    @Test func `ends within two seconds of SIGTERM`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      try box.expectSuccess("timeout", "2", "systemctl", "stop", "minuted")
      #expect(try box.property("Result") == "success")
      #expect(try box.awaitEntries(1, "MINUTED_EVENT=stopped").count == 1)
    }

    @Test func `reads its configuration again on reload`() throws {
      let box = try Box()
      let process = try box.property("MainPID")
      try box.configure("SettleSec=1s")
      try box.expectSuccess("systemctl", "reload", "minuted")
      let reloaded = try box.awaitEntries(1, "MINUTED_EVENT=reloaded")
      #expect(reloaded.flatMap(Contract.breaches) == [])
      #expect(try box.property("MainPID") == process)
    }

    @Test func `keeps its archive over a restart, a kill and a reboot`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      let name = Examples.shenzhen.lastPathComponent
      #expect(try box.outcomes(of: name).map { $0["MINUTED_EVENT"] } == ["digest"])
      let listed = try box.expectSuccess("minutectl", "list", "--json")
      try box.expectSuccess("systemctl", "restart", "minuted")
      #expect(try box.expectSuccess("minutectl", "list", "--json") == listed)
      try box.expectSuccess("systemctl", "kill", "-s", "KILL", "minuted")
      _ = try box.awaitEntries(3, "MINUTED_EVENT=started")
      #expect(try box.property("NRestarts") == "1")
      #expect(try box.expectSuccess("minutectl", "list", "--json") == listed)
      box.stop()
      try box.boot()
      try box.start()
      #expect(try box.expectSuccess("minutectl", "list", "--json") == listed)
      try box.drop(Examples.guangzhou)
      let next = try #require(try box.outcomes(of: Examples.guangzhou.lastPathComponent).first)
      #expect(next["MINUTED_RELATION"] == "peer")
      #expect(next["MINUTED_BASELINE_FILE"] == name)
      #expect(try box.outcomes(of: name).count == 1)
    }

    @Test func `does not start on a bad value, tells file and line, and is not started again`() throws {
      let box = try Box(configuration: "SettleSec=soon", starting: false)
      #expect(try box.run("systemctl", "start", "minuted").status != 0)
      #expect(try box.property("ExecMainStatus") == "78")
      #expect(try box.property("ActiveState") == "failed")
      #expect(try box.property("NRestarts") == "0")
      let status = try box.run("systemctl", "--no-pager", "--full", "status", "minuted").output
      #expect(status.contains("50-test.conf:2"), "\(status)")
    }

    @Test func `does not start on a bad lexicon line, and tells file and line`() throws {
      let box = try Box(starting: false)
      let folder = box.state.appending(path: "etc/minuted/lexicon")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("# code\tname\n990000\t瀚海省\t瀚海\tcontinent\n".utf8).write(
        to: folder.appending(path: "divisions.tsv"))
      #expect(try box.run("systemctl", "start", "minuted").status != 0)
      #expect(try box.property("ExecMainStatus") == "78")
      let status = try box.run("systemctl", "--no-pager", "--full", "status", "minuted").output
      #expect(status.contains("divisions.tsv:2"), "\(status)")
    }

    @Test func `explains its entries in both languages`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      let digest = try #require(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      let match = "MINUTED_ENTRY_ID=\(try #require(digest["MINUTED_ENTRY_ID"]))"
      let id = try #require(digest["MINUTED_DIGEST_ID"])
      let english = try box.expectSuccess("journalctl", "-x", "-t", "minuted", match)
      #expect(english.contains("Subject: Digest of a meeting") && english.contains("minutectl digest \(id)"))
      // A machine that has no Chinese locale lends its C.UTF-8 under that name: journalctl goes by the name.
      try box.expectSuccess("sh", "-c", "mkdir /tmp/l && cp -r /usr/lib/locale/C.utf8 /tmp/l/zh_CN.utf8")
      let locale = ["env", "LOCPATH=/tmp/l", "LC_ALL=zh_CN.UTF-8"]
      let chinese = try box.expectSuccess(locale + ["journalctl", "-x", "-t", "minuted", match])
      #expect(chinese.contains("会议摘要"), "\(chinese)")
    }
  }
}
