// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Pages of digests and of arrivals, written by the service in its sandbox.
  @Suite struct `Written pages` {
    private static let report = Repository.root.appending(path: "seeds/2023/2023-02-10-zhejiang-minzheng.txt")

    /// Waits until a file is there and returns what it holds.
    private func page(_ path: String, in box: Box, holding words: String) throws -> String {
      let deadline = Date.now + 60
      while Date.now < deadline {
        let text = try box.run("cat", path)
        if text.status == 0, text.output.contains(words) { return text.output }
        Thread.sleep(forTimeInterval: 0.1)
      }
      throw Failure("\(path) does not hold \(words)")
    }

    @Test func `are named by their digests, and listed with the arrivals`() throws {
      let box = try Box()
      try box.drop(Self.report)
      let digest = try #require(try box.outcomes(of: Self.report.lastPathComponent).first)
      let path = try #require(digest["MINUTED_REPORT"])
      #expect(path == "/var/lib/minuted/reports/\(digest["MINUTED_DIGEST_ID"] ?? "").html")
      #expect(try page(path, in: box, holding: "</html>").contains("<h1>"))
      let index = "/var/lib/minuted/reports/index.html"
      #expect(try page(index, in: box, holding: Self.report.lastPathComponent).contains("已出摘要"))
      #expect(
        try box.expectSuccess("stat", "-c", "%a %U %G", "/var/lib/minuted/reports") == "750 minuted minuted\n"
      )
      #expect(try box.expectSuccess("stat", "-c", "%a", path) == "640\n")
    }

    @Test(arguments: ["/home/minuted-pages", "/srv/minuted pages"])
    func `in a place that the unit cannot write stop the start, and the command it prints mends that`(
      _ folder: String
    ) throws {
      let box = try Box(configuration: "ReportDirectory=\(folder)", starting: false)
      #expect(try box.run("systemctl", "start", "minuted").status != 0)
      #expect(try box.property("ExecMainStatus") == "78")
      let log = try box.expectSuccess("journalctl", "-u", "minuted", "-o", "cat", "--no-pager")
      let command = try #require(log.firstMatch(of: /as root run: (.*)/)?.1)
      try box.expectSuccess("mkdir", "-p", URL(filePath: folder).deletingLastPathComponent().path)
      try box.expectSuccess("sh", "-c", String(command))
      #expect(try box.property("ActiveState") == "active")
      try box.drop(Self.report)
      let digest = try #require(try box.outcomes(of: Self.report.lastPathComponent).first)
      _ = try page(try #require(digest["MINUTED_REPORT"]), in: box, holding: "</html>")
    }
  }
}
