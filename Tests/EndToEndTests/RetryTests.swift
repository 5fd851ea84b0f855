// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What becomes of files that were refused.
  @Suite struct `A refused file` {
    @Test func `is listed with its reason, and read again when it is asked for`() throws {
      let box = try Box(configuration: "MaxFileSize=1K")
      let name = Examples.shenzhen.lastPathComponent
      try box.drop(Examples.shenzhen)
      try box.drop(BadFile.all[0].bytes, as: "poem.txt")
      _ = try box.outcomes(of: name)
      _ = try box.outcomes(of: "poem.txt")
      let listed = try box.expectSuccess("minutectl", "rejected")
      #expect(listed.contains(name) && listed.contains("MaxFileSize=1024") && listed.contains("poem.txt"))
      try box.configure("SettleSec=0.1")
      try box.expectSuccess("systemctl", "reload", "minuted")
      _ = try box.awaitEntries(1, "MINUTED_EVENT=reloaded")
      #expect(
        try box.expectSuccess("minutectl", "retry", name) == "\(name): 1 looked at again in the folder\n")
      #expect(try box.outcomes(of: name, count: 2).map { $0["MINUTED_EVENT"] } == ["rejected", "digest"])
      // The same reason again is told by the answer, not by a second entry.
      #expect(try box.expectSuccess("minutectl", "retry", "poem.txt") == "poem.txt: 1 refused again\n")
      try box.drop(BadFile.all[0].bytes + Data("二".utf8), as: "later.txt")
      _ = try box.outcomes(of: "later.txt")
      #expect(try box.outcomes(of: "poem.txt").count == 1)
      #expect(try box.run("minutectl", "retry", "nowhere.txt").errors.contains("minutectl rejected"))
    }

    @Test func `that was handed in is told as refused, and read with all others once its place is known`()
      throws
    {
      let box = try Box(), examples = "/usr/local/share/doc/minuted/examples"
      let year = "\(examples)/example/2024"
      let first = try box.expectSuccess("minutectl", "import", "--quiet", "--provenance", "invented", year)
      #expect(first.isEmpty)
      let again = try box.expectSuccess("minutectl", "import", "--provenance", "invented", year)
      #expect(again.contains("refused before (minutectl retry --all"))
      try box.configure("LexiconPath=\(examples)/lexicon")
      try box.expectSuccess("systemctl", "reload", "minuted")
      _ = try box.awaitEntries(1, "MINUTED_EVENT=reloaded")
      let tried = try box.expectSuccess("minutectl", "retry", "--all")
      #expect(tried.contains("digest") && !tried.contains("refused again"))
      #expect(try box.expectSuccess("minutectl", "rejected").contains("没有拒收的文件"))
    }

    @Test func `is for administrators to try again`() throws {
      let box = try Box()
      try box.drop(BadFile.all[0].bytes, as: "poem.txt")
      _ = try box.outcomes(of: "poem.txt")
      func asked(by groups: String) throws -> Command {
        try box.run(
          "setpriv", "--reuid=65534", "--regid=65534", "--groups=\(groups)", "minutectl", "retry", "poem.txt")
      }
      #expect(try asked(by: "minuted").errors.contains("minuted-admin"))
      #expect(try asked(by: "minuted,minuted-admin").output == "poem.txt: 1 refused again\n")
      #expect(try asked(by: "minuted-admin").errors.contains("Permission denied"))
    }

    @Test func `that ended the service three times is told, and the others are read`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      let name = Examples.shenzhen.lastPathComponent
      _ = try box.outcomes(of: name)
      try box.expectSuccess("systemctl", "stop", "minuted")
      // What a document leaves that ends the service each time its reading is begun.
      let archive = box.state.appending(path: "lib/archive.sqlite").path
      let poison = try Command(
        URL(filePath: "/usr/bin/env"),
        [
          "python3", "-c",
          """
          import sqlite3, sys
          archive = sqlite3.connect(sys.argv[1])
          archive.execute('''INSERT INTO arrivals (name, display, sha256, provenance, size, mtime, ctime,
            handle, boot, taken, state, attempts, attempt_boot) SELECT x'61', 'poison.txt', sha256, provenance,
            size, 1, 1, handle, boot, taken, 'taken', 3, boot FROM arrivals''')
          archive.commit()
          """, archive,
        ])
      #expect(poison.status == 0, "\(poison.errors)")
      try box.expectSuccess("chown", "-R", "minuted:minuted", "/var/lib/minuted")
      try box.start()
      try box.drop(Examples.guangzhou)
      let refused = try box.outcomes(of: "poison.txt")
      #expect(refused.map { $0["MINUTED_REASON"] } == ["crashed"])
      #expect(
        try box.outcomes(of: Examples.guangzhou.lastPathComponent).map { $0["MINUTED_EVENT"] } == ["digest"])
      // Its bytes are those of a report that was read: a try shows it to be a copy.
      #expect(try box.expectSuccess("minutectl", "retry", "poison.txt") == "poison.txt: 1 duplicate\n")
    }
  }
}
