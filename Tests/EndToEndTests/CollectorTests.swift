// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Two machines on one cable: a drop point with minuted, and a collector that has nothing of it but the
  /// catalog.
  @Suite struct `Digests of many machines` {
    private func pair() throws -> (dropPoint: Box, collector: Box) {
      let collector = try Box(tree: Collector.tree.get())
      try collector.adopt(example: "collector")
      try collector.expectSuccess("systemctl", "start", "systemd-journal-remote.socket")
      let dropPoint = try Box(starting: false)
      try dropPoint.connect(to: collector)
      try dropPoint.separateJournal()
      try dropPoint.adopt(example: "drop-point")
      // As shipped it waits half a minute between two tries.
      let hasty = dropPoint.state.appending(
        path: "etc/systemd/system/systemd-journal-upload.service.d/zz-test.conf")
      try Data("[Service]\nRestartSec=100ms\n".utf8).write(to: hasty)
      try Data("[Upload]\nURL=http://10.9.0.2\n".utf8)
        .write(to: dropPoint.state.appending(path: "etc/systemd/journal-upload.conf"))
      try dropPoint.expectSuccess("systemctl", "daemon-reload")
      try dropPoint.start()
      try dropPoint.expectSuccess("systemctl", "start", "systemd-journal-upload")
      return (dropPoint, collector)
    }

    /// The ids of all entries that the collector has gathered so far; its folder comes with the first upload.
    private func gathered(by collector: Box) throws -> [String] {
      let folder = "/var/log/journal/remote"
      guard try collector.run("test", "-d", folder).status == 0 else { return [] }
      return try ids(collector, "-D \(folder)")
    }

    /// The ids of all entries that a journal holds, in its order.
    private func ids(_ box: Box, _ source: String) throws -> [String] {
      let query = "journalctl -q \(source) -o json -t minuted --output-fields=MINUTED_ENTRY_ID"
      return try box.expectSuccess("sh", "-c", query).split(separator: "\n")
        .compactMap { try JournalEntry(line: $0)["MINUTED_ENTRY_ID"] }
    }

    /// Waits until the collector has all that the drop point has, and returns both.
    private func gather(_ dropPoint: Box, _ collector: Box) throws -> (sent: [String], gathered: [String]) {
      let deadline = ContinuousClock.now + .seconds(30)
      while true {
        let sent = try ids(dropPoint, "--namespace=minuted")
        let gathered = try gathered(by: collector)
        if Set(sent).isSubset(of: gathered) { return (sent, gathered) }
        guard ContinuousClock.now < deadline else {
          let said = try dropPoint.run("journalctl", "-u", "systemd-journal-upload", "-n", "20").output
          throw Failure("\(Set(sent).subtracting(gathered).count) entries were not gathered: \(said)")
        }
        usleep(50_000)
      }
    }

    @Test func `stand in one place, explained, with the fields that they were sent with`() throws {
      let (dropPoint, collector) = try pair()
      try dropPoint.drop(Examples.shenzhen)
      let digest = try #require(try dropPoint.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      let (sent, gathered) = try gather(dropPoint, collector)
      #expect(Set(sent) == Set(gathered))
      let match = "MINUTED_ENTRY_ID=\(try #require(digest["MINUTED_ENTRY_ID"]))"
      let query = ["journalctl", "-q", "-D", "/var/log/journal/remote"]
      let copy = try JournalEntry(
        line: Substring(try collector.expectSuccess(query + ["-o", "json", match])))
      let own = { (entry: JournalEntry) in entry.fields.filter { !$0.key.hasPrefix("_") } }
      #expect(own(copy) == own(digest))
      let explained = try collector.expectSuccess(query + ["-x", match])
      #expect(explained.contains("Subject: Digest of a meeting"), "\(explained)")
      // Nothing else of the drop point leaves it.
      let all = try collector.expectSuccess(query + ["-o", "json"]).split(separator: "\n").map(
        JournalEntry.init)
      #expect(all.allSatisfy { $0["_SYSTEMD_UNIT"] == "minuted.service" || $0["_COMM"] == "systemd-journal" })
    }

    @Test func `wait for a collector that is away, over rotations, and none is lost`() throws {
      let (dropPoint, collector) = try pair()
      try dropPoint.drop(Examples.shenzhen)
      _ = try dropPoint.outcomes(of: Examples.shenzhen.lastPathComponent)
      _ = try gather(dropPoint, collector)
      try collector.expectSuccess(
        "systemctl", "stop", "systemd-journal-remote.socket", "systemd-journal-remote.service")
      try dropPoint.drop(Examples.guangzhou)
      _ = try dropPoint.outcomes(of: Examples.guangzhou.lastPathComponent)
      // It has given up more often than systemd's limit allows where nothing is said.
      let restarts =
        "until [ $(systemctl show systemd-journal-upload --value -p NRestarts) -ge 8 ]; do sleep 0.1; done"
      try dropPoint.expectSuccess("timeout", "20", "sh", "-c", restarts)
      try dropPoint.expectSuccess("journalctl", "--namespace=minuted", "--rotate")
      try dropPoint.drop(BadFile.all[0].bytes, as: "poem.txt")
      _ = try dropPoint.outcomes(of: "poem.txt")
      try collector.expectSuccess("systemctl", "start", "systemd-journal-remote.socket")
      let (sent, gathered) = try gather(dropPoint, collector)
      #expect(Set(sent) == Set(gathered))
      // The uploader may send its last entry twice; its id says so.
      #expect(gathered.count - Set(gathered).count <= 1)
    }
  }
}
