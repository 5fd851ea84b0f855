// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What people do in a folder besides dropping one file.
  @Suite struct `The drop folder` {
    private static let outcomes = ["digest", "source", "duplicate", "rejected"].map { "MINUTED_EVENT=\($0)" }

    /// Drops a poem and waits for its outcome: whatever was to be said of what came before it has been said
    /// then.
    private func outcomes(in box: Box, afterPoem number: Int) throws -> [String] {
      let poem = "\(number).poem"
      try box.drop(BadFile.all[0].bytes, as: poem)
      _ = try box.outcomes(of: poem)
      return try box.entries(Self.outcomes).compactMap { entry in
        entry["MINUTED_FILE"].flatMap {
          $0.hasSuffix(".poem") ? nil : "\(entry["MINUTED_EVENT"] ?? "") \($0)"
        }
      }
    }

    @Test func `says nothing of a file that is renamed or moved within it`() throws {
      let box = try Box(configuration: "SettleSec=0.1")
      let folder = box.state.appending(path: "spool/incoming")
      try box.drop(try Data(contentsOf: Examples.shenzhen), as: "a.txt")
      _ = try box.outcomes(of: "a.txt")
      try FileManager.default.createDirectory(
        at: folder.appending(path: "2023"), withIntermediateDirectories: true)
      let moves = [("a.txt", "b.txt"), ("b.txt", "2023/c.txt"), ("2023", "2024")]
      for (number, (from, to)) in moves.enumerated() {
        try FileManager.default.moveItem(at: folder.appending(path: from), to: folder.appending(path: to))
        #expect(try outcomes(in: box, afterPoem: number) == ["digest a.txt"])
      }
      try box.expectSuccess("systemctl", "restart", "minuted")
      #expect(try outcomes(in: box, afterPoem: moves.count) == ["digest a.txt"])
    }

    @Test func `tells new content under an old name as a further source, and a copy as a duplicate`() throws {
      let box = try Box()
      let report = try Data(contentsOf: Examples.shenzhen)
      try box.drop(report, as: "a.txt")
      _ = try box.outcomes(of: "a.txt")
      try box.drop(report + Data("（据市民政局网站）\n".utf8), as: "a.txt")
      #expect(try box.outcomes(of: "a.txt", count: 2).map { $0["MINUTED_EVENT"] } == ["digest", "source"])
      try box.expectSuccess("ln", "/var/spool/minuted/incoming/a.txt", "/var/spool/minuted/incoming/b.txt")
      #expect(try box.outcomes(of: "b.txt").map { $0["MINUTED_EVENT"] } == ["duplicate"])
    }

    @Test func `reads sub-folders that are made and filled at once`() throws {
      let box = try Box(configuration: "SettleSec=0.1")
      try box.expectSuccess(
        "cp", "-r", "/usr/local/share/doc/minuted/examples/2023", "/var/spool/minuted/incoming/x")
      for meeting in ExpectedMeeting.paraphrased {
        #expect(try box.outcomes(of: "x/\(meeting.file)").map { $0["MINUTED_EVENT"] } == ["digest"])
      }
    }

    @Test(arguments: [(files: 4, rollups: 0), (5, 1)])
    func `that gets more than BurstRollup= at once is summed up`(files: Int, rollups: Int) throws {
      let box = try Box(configuration: "SettleSec=0.1\nBurstRollup=4")
      let folder = box.state.appending(path: "spool/incoming")
      let hidden = folder.appending(path: ".hidden")
      try FileManager.default.createDirectory(at: hidden, withIntermediateDirectories: true)
      for number in 0..<files {
        let poem = BadFile.all[0].bytes + Data("\(number)".utf8)
        try poem.write(to: hidden.appending(path: "\(number).poem"))
      }
      // All of them are there at once.
      try FileManager.default.moveItem(at: hidden, to: folder.appending(path: "burst"))
      _ = try box.awaitEntries(files, "MINUTED_EVENT=rejected")
      // Whatever was to be said of them has been said when the service has ended.
      try box.expectSuccess("systemctl", "stop", "minuted")
      let told = try box.entries("MINUTED_EVENT=rollup")
      #expect(told.count == rollups)
      #expect(told.allSatisfy { $0.message.contains("收到\(files)份：拒收\(files)") })
    }

    @Test func `may be one of several`() throws {
      let box = try Box(starting: false)
      try box.expectSuccess("install", "-d", "-m", "2770", "-g", "minuted-drop", "/srv/other")
      try box.configure("Folder=/var/spool/minuted/incoming\nFolder=/srv/other")
      try box.start()
      try box.drop(Examples.shenzhen)
      try box.expectSuccess(
        "cp", "/usr/local/share/doc/minuted/examples/2023/\(Examples.guangzhou.lastPathComponent)",
        "/srv/other/a.txt")
      #expect(
        try box.outcomes(of: Examples.shenzhen.lastPathComponent).map { $0["MINUTED_EVENT"] } == ["digest"])
      #expect(try box.outcomes(of: "/srv/other/a.txt").map { $0["MINUTED_EVENT"] } == ["digest"])
    }

    @Test func `refuses a file that is too large once, and again when it has grown`() throws {
      let box = try Box(configuration: "MaxFileSize=1K")
      try box.drop(Data(repeating: 0x41, count: 2000), as: "large.txt")
      let refused = try #require(try box.outcomes(of: "large.txt").first)
      #expect(refused["MINUTED_REASON"] == "too-large")
      #expect(Contract.breaches(of: refused) == [])
      try box.expectSuccess("systemctl", "restart", "minuted")
      #expect(try outcomes(in: box, afterPoem: 1) == ["rejected large.txt"])
      try box.drop(Data(repeating: 0x41, count: 3000), as: "large.txt")
      #expect(try box.outcomes(of: "large.txt", count: 2).count == 2)
    }
  }
}
