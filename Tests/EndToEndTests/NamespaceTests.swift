// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Digests in a journal of their own, by the files of docs/examples/journal.
  @Suite struct `A journal of its own` {
    private func box() throws -> Box {
      let box = try Box(starting: false)
      try box.separateJournal()
      try box.start()
      return box
    }

    @Test func `holds digests, confirmed there, and the system's holds none`() throws {
      let box = try box()
      try box.drop(Examples.shenzhen)
      let digest = try #require(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      #expect(digest["MINUTED_EVENT"] == "digest" && digest["_NAMESPACE"] == "minuted")
      #expect(Contract.breaches(of: digest) == [])
      // Ended, the service has had everything confirmed that it sent.
      try box.expectSuccess("systemctl", "restart", "minuted")
      _ = try box.awaitEntries(2, "MINUTED_EVENT=started")
      let status = try box.expectSuccess("minutectl", "status")
      #expect(
        status.contains("Journal: all well") && status.contains("the journal has all entries"), "\(status)")
      let system = try box.run("journalctl", "--quiet", "-t", "minuted", "MINUTED_EVENT=digest")
      #expect(system.output.isEmpty)
    }

    @Test func `is followed and asked with the configuration alone, by members of group minuted`() throws {
      let box = try box()
      try box.drop(Examples.shenzhen)
      let digest = try #require(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      let id = try #require(digest["MINUTED_DIGEST_ID"])
      try box.expectSuccess("useradd", "--groups", "minuted", "reader")
      let followed = try box.run(as: "reader", "timeout", "-s", "KILL", "2", "minutectl", "follow", "--json")
      #expect(followed.output.contains(id), "\(followed)")
      #expect(try box.run(as: "reader", "minutectl", "digest", id).status == 0)
      let asked = try box.run(
        as: "reader", "journalctl", "--namespace=minuted", "-x", "-t", "minuted", "MINUTED_EVENT=digest")
      #expect(asked.output.contains("Subject: Digest of a meeting"), "\(asked)")
      // What the system logs is not theirs.
      let system = try box.run(as: "reader", "journalctl", "-n", "1")
      #expect(!system.output.contains("systemd[1]"), "\(system)")
    }

    @Test func `is rotated and cut by limits of its own, and digests still come`() throws {
      let box = try box()
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      try box.expectSuccess("journalctl", "--namespace=minuted", "--rotate")
      try box.expectSuccess("journalctl", "--namespace=minuted", "--vacuum-files=1")
      try box.drop(Examples.guangzhou)
      #expect(try box.outcomes(of: Examples.guangzhou.lastPathComponent).count == 1)
      #expect(
        try box.expectSuccess("journalctl", "-n", "1000", "-o", "cat").contains("Started minuted.service"))
    }

    @Test func `that only one of unit and configuration knows stops the start, and tells what to write`()
      throws
    {
      let box = try Box(configuration: "Namespace=minuted", starting: false)
      #expect(try box.run("systemctl", "start", "minuted").status != 0)
      #expect(try box.property("ExecMainStatus") == "78")
      #expect(try box.property("StatusText").contains("LogNamespace=minuted"))
      try box.configure("Namespace=")
      try box.start()
      // The namespace of a running service is the one that it was started with.
      try box.configure("Namespace=other")
      try box.expectSuccess("systemctl", "reload", "minuted")
      let told = try #require(try box.awaitEntries(1, "MINUTED_EVENT=configuration").first)
      #expect(told["PRIORITY"] == "3" && told.message.contains("LogNamespace=other"), "\(told.message)")
    }
  }

  /// What rsyslog does with digests that journald hands on to it.
  @Suite struct `Beside rsyslog` {
    @Test func `digests are written a second time, until its one line is there`() throws {
      let box = try Box(starting: false)
      let settings = try Data(contentsOf: URL(filePath: "/etc/rsyslog.conf"))
      try settings.write(to: box.state.appending(path: "etc/rsyslog.conf"))
      try box.expectSuccess("systemctl", "enable", "--now", "rsyslog")
      try box.start()
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      let doubled = "until grep -q 'minuted\\[.*#012' /var/log/syslog; do sleep 0.05; done"
      try box.expectSuccess("timeout", "10", "sh", "-c", doubled)
      try box.expectSuccess("mkdir", "/etc/rsyslog.d")
      let line = "etc/rsyslog.d/10-minuted.conf"
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "docs/examples/journal/\(line)"),
        to: box.state.appending(path: line))
      try box.expectSuccess("mkdir", "-p", "/var/spool/rsyslog")
      #expect(try box.run("rsyslogd", "-N1").errors.contains("End of config validation run"))
      try box.expectSuccess(
        "sh", "-c", "systemctl stop rsyslog && : >/var/log/syslog && systemctl start rsyslog")
      try box.drop(Examples.guangzhou)
      _ = try box.outcomes(of: Examples.guangzhou.lastPathComponent)
      // What the machine is to be told of still gets there, and so shows that all before it was looked at.
      try box.configure("SettleSec=soon")
      try box.expectSuccess("systemctl", "reload", "minuted")
      let warned = "until grep -q 'minuted\\[.*50-test.conf' /var/log/syslog; do sleep 0.05; done"
      try box.expectSuccess("timeout", "10", "sh", "-c", warned)
      let written = try box.expectSuccess("sh", "-c", "grep 'minuted\\[' /var/log/syslog | grep -v kernel:")
      #expect(written.split(separator: "\n").count == 1, "\(written)")
    }
  }
}
