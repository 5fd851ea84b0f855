// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What the service keeps when the machine does not play along.
  @Suite struct `Under faults the service` {
    @Test func `tells each of 500 files once, though it is killed meanwhile`() throws {
      let box = try Box()
      let report = try Data(contentsOf: Examples.shenzhen)
      for number in 0..<500 {
        try box.drop(report + Data("\n（第\(number)次转载）\n".utf8), as: "\(number).txt")
        // It may just be on its way up again, with nothing to kill.
        if number % 100 == 50 { _ = try box.run("systemctl", "kill", "-s", "KILL", "minuted") }
      }
      let outcomes = ["digest", "source", "duplicate", "rejected"].map { "MINUTED_EVENT=\($0)" }
      let entries = try box.awaitEntries(500, outcomes)
      #expect(Set(entries.compactMap { $0["MINUTED_FILE"] }).count == 500)
      #expect(entries.count == 500)
      #expect(entries.filter { $0["MINUTED_EVENT"] == "digest" }.count == 1)
    }

    @Test func `ends in time while the journal hangs, and tells later what it could not tell`() throws {
      let box = try Box()
      _ = try box.awaitEntries(1, "MINUTED_EVENT=started")
      try box.expectSuccess("systemctl", "kill", "-s", "STOP", "systemd-journald")
      // More entries than the socket holds: the thread that sends hangs.
      for number in 0..<40 {
        try box.drop(BadFile.all[0].bytes + Data("\(number)".utf8), as: "\(number).txt")
      }
      try box.expectSuccess("timeout", "10", "minutectl", "status")
      try box.expectSuccess("timeout", "2", "systemctl", "stop", "minuted")
      #expect(try box.property("Result") == "success")
      try box.expectSuccess("systemctl", "kill", "-s", "CONT", "systemd-journald")
      try box.start()
      let refused = try box.awaitEntries(40, "MINUTED_EVENT=rejected")
      #expect(Set(refused.compactMap { $0["MINUTED_FILE"] }).count == 40)
      #expect(refused.count == 40)
    }

    @Test func `goes on when journald is restarted`() throws {
      let box = try Box()
      _ = try box.awaitEntries(1, "MINUTED_EVENT=started")
      try box.expectSuccess("systemctl", "restart", "systemd-journald")
      try box.drop(Examples.shenzhen)
      #expect(try box.outcomes(of: Examples.shenzhen.lastPathComponent).count == 1)
    }

    @Test func `keeps the old configuration when the new one is bad, and shows why`() throws {
      let box = try Box()
      try box.configure("SettleSec=soon")
      try box.expectSuccess("systemctl", "reload", "minuted")
      let told = try #require(try box.awaitEntries(1, "MINUTED_EVENT=configuration").first)
      #expect(told["PRIORITY"] == "3")
      #expect(told.message.contains("50-test.conf:2"))
      #expect(Contract.breaches(of: told) == [])
      #expect(try box.property("StatusText").contains("50-test.conf:2"))
      try box.drop(Examples.shenzhen)
      #expect(
        try box.outcomes(of: Examples.shenzhen.lastPathComponent).map { $0["MINUTED_EVENT"] } == ["digest"])
      try box.configure("SettleSec=1")
      try box.expectSuccess("systemctl", "reload", "minuted")
      _ = try box.awaitEntries(1, "MINUTED_EVENT=reloaded")
      #expect(try box.property("StatusText").contains("50-test.conf") == false)
    }

    @Test func `warns of a key that it does not know, and starts`() throws {
      let box = try Box(configuration: "SettelSec=2")
      let told = try #require(try box.awaitEntries(1, "MINUTED_EVENT=configuration").first)
      #expect(told["PRIORITY"] == "4")
      #expect(told.message.contains("50-test.conf:2"))
    }

    @Test func `reads its archive again when its words have changed`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      try box.configure("LexiconPath=/usr/local/share/doc/minuted/examples/lexicon")
      try box.expectSuccess("systemctl", "reload", "minuted")
      let told = try box.awaitEntries(2, "MINUTED_EVENT=reloaded")
      #expect(told.contains { $0.message.contains("重读1份") })
      #expect(told.flatMap(Contract.breaches) == [])
      #expect(try box.entries("MINUTED_EVENT=digest").count == 1)
    }
  }
}
