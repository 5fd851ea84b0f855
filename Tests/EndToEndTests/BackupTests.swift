// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  @Suite struct `A service that is backed up` {
    private static let provinces = [
      "浙江", "江苏", "广东", "福建", "山东", "湖北", "湖南", "四川", "河南", "河北", "安徽", "江西", "陕西", "甘肃", "云南", "贵州",
    ]

    /// Meetings of so many provinces and days, each with a task and a figure of its own.
    private func reports() -> [(name: String, text: String)] {
      (1...12).flatMap { day in
        Self.provinces.map { province in
          let text = """
            全省民政工作会议召开
            2024年3月\(day)日，\(province)省民政工作会议召开。会议总结2023年工作，部署2024年工作。
            会议指出，2023年，全省养老床位达到\(day * 100 + province.utf8.count)张。
            会议要求，2024年要抓好以下工作：一是健全社会救助体系；二是发展养老服务；三是在\(province)建设第\(day)批示范点。

            """
          return ("\(province)\(day).txt", text)
        }
      }
    }

    @Test func `while files stream in is restored to the same meetings, and tells nothing twice`() throws {
      let box = try Box()
      let reports = reports()
      let staged = box.state.appending(path: "spool/staged")
      try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
      for report in reports { try Data(report.text.utf8).write(to: staged.appending(path: report.name)) }
      try box.expectSuccess(
        "sh", "-c",
        """
        (for f in /var/spool/minuted/staged/*; do cp "$f" /var/spool/minuted/incoming/; sleep 0.02; done) &
        sleep 1; minutectl backup --quiet /run/backup; wait
        """)
      _ = try box.awaitEntries(reports.count, Self.outcomes)
      let listed = try meetings(box)
      #expect(listed.count == reports.count)
      let told = try box.entries(Self.outcomes).count

      try box.expectSuccess("systemctl", "stop", "minuted")
      let restored = try box.expectSuccess("minutectl", "restore", "/run/backup")
      let then = try meetings(box)
      #expect(!then.isEmpty && then.count < listed.count, "\(restored)")
      #expect(Set(then).subtracting(listed).isEmpty)
      try box.start()
      try box.await("the meetings of before") { try meetings(box).count == listed.count }
      #expect(try meetings(box) == listed)
      try box.await("end of the batch and empty outbox") {
        let status = try box.expectSuccess("minutectl", "status")
        return status.contains("the journal has all entries") && !status.contains("Batch: ")
      }
      // Each was told once, before; neither under its own id nor under another is it told again.
      let entries = try box.entries(Self.outcomes)
      let byID = Dictionary(grouping: entries) { $0["MINUTED_ENTRY_ID"] ?? "" }
      #expect(byID.values.filter { $0.count > 1 }.isEmpty)
      #expect(entries.count == told)
      // What is new is told as ever.
      try box.drop(Examples.shenzhen)
      #expect(try box.outcomes(of: Examples.shenzhen.lastPathComponent).count == 1)
    }

    @Test func `is not restored while it runs`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      try box.expectSuccess("minutectl", "backup", "/run/backup")
      let refused = try box.run("minutectl", "restore", "/run/backup")
      #expect(refused.status == 1 && refused.errors.contains("stop the service first"))
      #expect(try box.property("ActiveState") == "active")
    }

    @Test func `forgets a report by its meeting, and refuses it when it comes again`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      let digest = try #require(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      let meeting = try #require(digest["MINUTED_MEETING_ID"])
      let told = try box.expectSuccess("minutectl", "forget", meeting, "--reason", "误传")
      #expect(
        told.contains("journalctl --rotate --vacuum-time=") && told.contains("meeting \(meeting) is gone"))
      let retraction = try #require(try box.awaitEntries(1, "MINUTED_EVENT=retraction").first)
      #expect(retraction["MINUTED_SUPERSEDES"] == digest["MINUTED_DIGEST_ID"])
      try box.drop(try Data(contentsOf: Examples.shenzhen), as: "again.txt")
      #expect(try box.outcomes(of: "again.txt").first?["MINUTED_REASON"] == "forgotten")
      #expect(try box.expectSuccess("sh", "-c", "find /var/lib/minuted/store -type f | wc -l").hasPrefix("0"))
    }

    @Test func `reads everything again when it is asked to`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      #expect(
        try box.expectSuccess("minutectl", "reread").hasPrefix("1 document read again, 0 of them otherwise"))
    }

    private static let outcomes = ["digest", "source", "duplicate", "rejected"].map { "MINUTED_EVENT=\($0)" }

    /// The ids of all meetings that are kept; their digests may have other ids where they were told together.
    private func meetings(_ box: Box) throws -> [String] {
      let listed = try box.expectSuccess("minutectl", "list", "--json", "--limit", "0").split(separator: "\n")
      return try listed.map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return try #require(object?["id"] as? String)
      }.sorted()
    }
  }
}

extension Box {
  /// Waits until something holds.
  func await(_ what: String, _ holds: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try !holds() {
      guard ContinuousClock.now < deadline else {
        throw Failure("no \(what) after 60 s: \(try run("minutectl", "status").output)")
      }
      usleep(100_000)
    }
  }
}
