// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import TestKit
import Testing

extension `End to end` {
  /// The Debian package under dpkg, its scripts and triggers, and a systemd of its own.
  @Suite struct `The package` {
    private let report = Repository.root.appending(path: "seeds/2023/2023-02-21-shenzhen-minzheng.txt")

    @Test func `is one that lintian finds no error in`() throws {
      let package = try Packages.tree.get().path + Packages.path(Packages.current)
      // The package of these tests is not compressed.
      let unlike = ["control", "data"].map { "uses-no-compression-for-\($0)-tarball" }.joined(separator: ",")
      let checked = try Command(
        URL(filePath: "/usr/bin/lintian"),
        ["--fail-on", "error", "--suppress-tags", unlike, "--allow-root", package])
      #expect(checked.status == 0, "\(checked.output)")
    }

    @Test func `is a service as soon as it is installed`() throws {
      let box = try Box(tree: Packages.tree.get())
      try box.install()
      #expect(try box.expectSuccess("systemctl", "is-enabled", "minuted") == "enabled\n")
      #expect(try box.property("ActiveState") == "active")
      #expect(try box.expectSuccess("id", "--name", "--groups", "minuted") == "minuted\n")
      let folder = try box.expectSuccess("stat", "--format=%U:%G %a", "/var/spool/minuted/incoming")
      #expect(folder == "root:minuted-drop 2770\n")
      try box.expectSuccess("systemd-analyze", "verify", "--man=no", "/lib/systemd/system/minuted.service")
      for page in ["man1/minutectl.1", "man5/minuted.conf.5", "man8/minuted.8"] {
        try box.expectSuccess("test", "-s", "/usr/share/man/\(page).gz")
      }
    }

    @Test func `tells a digest of what is dropped, with its explanation`() throws {
      let box = try Box(tree: Packages.tree.get())
      try box.install()
      try box.drop(report)
      #expect(try box.outcomes(of: report.lastPathComponent).first?["MINUTED_EVENT"] == "digest")
      let told = try box.expectSuccess("journalctl", "--quiet", "-x", "-t", "minuted", "MINUTED_EVENT=digest")
      #expect(told.contains("Defined-By: minuted"))
      #expect(try box.expectSuccess("minutectl", "list").contains("2023-02-21"))
    }

    @Test func `leaves what was gathered when it is removed`() throws {
      let box = try filled()
      #expect(try box.dpkg("--remove", "minuted").status == 0)
      #expect(try box.run("systemctl", "cat", "minuted").status != 0)
      #expect(try box.run("test", "-e", "/usr/bin/minutectl").status != 0)
      #expect(try Set(box.stateFiles()).isSuperset(of: ["archive.sqlite", "store"]))
      try box.expectSuccess("test", "-e", "/etc/minuted/minuted.conf")
      try box.install()
      #expect(try box.expectSuccess("minutectl", "list").contains("2023-02-21"))
    }

    @Test func `takes what it made when it is purged, but no original where nobody answers`() throws {
      let box = try filled()
      let purge = try box.dpkg("--purge", "minuted")
      #expect(purge.status == 0)
      #expect(purge.errors.contains("kept the original files in /var/lib/minuted/store"))
      #expect(try box.stateFiles() == ["store"])
      #expect(try box.run("test", "-e", "/etc/minuted").status != 0)
      try box.expectSuccess("test", "-s", "/var/spool/minuted/incoming/\(report.lastPathComponent)")
      #expect(try box.run("grep", "--quiet", "purge-originals", "/var/cache/debconf/config.dat").status != 0)
    }

    @Test(arguments: [("yes", false), ("no", true)])
    func `asks before the originals go, also when it was removed before`(answer: String, keeps: Bool) throws {
      let box = try filled()
      #expect(try box.dpkg("--remove", "minuted").status == 0)
      // debconf asks at a terminal alone.
      let purge = "DEBIAN_FRONTEND=readline dpkg --purge minuted"
      let asked = try box.run(
        "sh", "-c", "echo \(answer) | script --quiet --return --command '\(purge)' /dev/null")
      #expect(asked.output.contains("Delete the original files of all reports?"))
      #expect(try box.stateFiles() == (keeps ? ["store"] : []))
    }

    @Test func `starts within five seconds on the archive of an earlier one`() throws {
      let box = try Box(tree: Packages.tree.get())
      try box.install(Packages.previous)
      try box.expectSuccess("systemctl", "stop", "minuted")
      try box.configure("LexiconPath=/usr/share/doc/minuted/examples/lexicon")
      try layArchive(in: box)
      // systemd holds the service to it.
      let limits = box.state.appending(path: "etc/systemd/system/minuted.service.d")
      try FileManager.default.createDirectory(at: limits, withIntermediateDirectories: true)
      try Data("[Service]\nTimeoutStartSec=5\nRestart=no\n".utf8).write(
        to: limits.appending(path: "limit.conf"))
      try box.install()
      try box.start()
      #expect(try box.property("ActiveState") == "active")
      #expect(try box.stateFiles().contains { $0.hasPrefix("archive.sqlite.before-") })
      let meetings = try box.expectSuccess("minutectl", "list").split(separator: "\n")
      #expect(meetings.count >= 31)
      try box.drop(try Data(contentsOf: report), as: "again.txt")
      #expect(try box.outcomes(of: "again.txt").first?["MINUTED_EVENT"] == "duplicate")
    }

    @Test func `is not replaced by an earlier one, which says why and what to do`() throws {
      let box = try filled()
      let downgrade = try box.dpkg("--install", Packages.path(Packages.previous))
      #expect(downgrade.status != 0)
      #expect(downgrade.errors.contains("belongs to minuted 0.1.0, and 0.0.9 is older: nothing was changed"))
      #expect(try box.property("ActiveState") == "active")
      let version = try box.expectSuccess("dpkg-query", "--show", "--showformat=${Version}", "minuted")
      #expect(version == Packages.current)
    }

    @Test func `does not start on the archive of a later one`() throws {
      let box = try filled()
      try box.expectSuccess("systemctl", "stop", "minuted")
      let archive = box.state.appending(path: "lib/archive.sqlite")
      do {
        let database = try DatabaseQueue(path: archive.path)
        try database.write {
          try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 of a later minuted')")
        }
      }
      #expect(try box.run("systemctl", "start", "minuted").status != 0)
      #expect(try box.property("ExecMainStatus") == "78")
      let status = try box.run("systemctl", "--no-pager", "--full", "status", "minuted").output
      #expect(status.contains("a newer minuted has written this archive: it has “99 of a later minuted”"))
    }

    /// A box with the package, whose service has told one digest.
    private func filled() throws -> Box {
      let box = try Box(tree: Packages.tree.get())
      try box.install()
      try box.drop(report)
      _ = try box.outcomes(of: report.lastPathComponent)
      return box
    }

    /// Lays what an earlier minuted kept where the service looks for it.
    private func layArchive(in box: Box) throws {
      let archive = Repository.fixtures.appending(path: "archives/form-5.tar.xz")
      let folder = box.state.appending(path: "lib")
      for name in try box.stateFiles() {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      }
      let unpacked = try Command(
        URL(filePath: "/usr/bin/tar"),
        ["--extract", "--xz", "--file", archive.path, "--directory", folder.path])
      guard unpacked.status == 0 else { throw Failure(unpacked.errors) }
      try box.expectSuccess("chown", "--recursive", "minuted:minuted", "/var/lib/minuted")
    }
  }
}
