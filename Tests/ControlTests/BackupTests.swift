// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Foundation
import GRDB
import Minutes
import TestKit
import Testing

@testable import Control
@testable import Daemon

/// A service's folder with one earlier year, backed up; the next year comes after that.
@Suite struct `A backup` {
  private let folder: URL
  private let pipeline: Pipeline
  private let service: StateFolder
  private var file: String { folder.appending(path: "backup").path }
  private var other: String { folder.appending(path: "other").path }
  private var configuration: String { folder.appending(path: "etc").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "minuted-backup-\(UUID().uuidString)")
    for name in ["service", "other", "etc/minuted.conf.d"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("[Minuted]\n".utf8).write(to: folder.appending(path: "etc/minuted.conf"))
    try Data("[Minuted]\nSettleSec=3s\n".utf8).write(
      to: folder.appending(path: "etc/minuted.conf.d/wait.conf"))
    (pipeline, service) = try SeedArchive.pipeline(in: folder.appending(path: "service"))
    try arrive("2023/2023-02-24-hanhai-minzheng.txt", in: pipeline, service)
    #expect(try run("backup", file).status == 0)
  }

  private func arrive(_ seed: String, in pipeline: Pipeline, _ state: StateFolder) throws {
    let bytes = try Data(contentsOf: Repository.root.appending(path: "seeds/example/\(seed)"))
    let file = try SeedArchive.keep([UInt8](bytes), named: seed, .invented, in: state)
    _ = try pipeline.process(try pipeline.archive.take([file], boot: state.boot, now: 0))
  }

  private func run(_ arguments: String...) throws -> Run {
    let own =
      arguments[0] == "backup"
      ? ["--archive", service.path + "/archive.sqlite", "--configuration", configuration]
      : ["--state", other, "--configuration", configuration]
    return try Program.call(arguments + own)
  }

  private func digests(_ archive: MeetingArchive) throws -> [String] {
    try archive.digestNumbers(after: 0, limit: 100).map(\.id)
  }

  @Test func `is made beside a service that writes on, and restored as it was then`() throws {
    let then = try digests(pipeline.archive)
    try arrive("2024/2024-03-08-hanhai-minzheng.txt", in: pipeline, service)
    let restored = try run("restore", file)
    #expect(restored.status == 0, "\(restored.complaint)")
    let (there, state) = try SeedArchive.pipeline(in: URL(filePath: other))
    #expect(try digests(there.archive) == then && there.archive.meetings().count == 1)
    // What came since comes to the same meetings and digests as on the machine that went on.
    try arrive("2024/2024-03-08-hanhai-minzheng.txt", in: there, state)
    #expect(try there.archive.meetings() == pipeline.archive.meetings())
    #expect(try digests(there.archive) == digests(pipeline.archive))
  }

  @Test func `is an archive that every command reads, and an import takes`() throws {
    #expect(try Program.run(["list"], archive: file).out.contains("瀚海"))
    #expect(try CarriedArchive(path: file)?.items.count == 1)
  }

  @Test func `is for its owner alone, and does not write over a file`() throws {
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    #expect(try run("backup", file).complaint.contains("is there already"))
    #expect(try run("backup", file, "--force").status == 0)
  }

  @Test func `leaves out an original that is no longer what it was, and says which`() throws {
    let sha256 = try #require(try pipeline.archive.arrival(1)?.file.sha256)
    try Data("x".utf8).write(to: URL(filePath: ContentStore(path: service.store).place(of: sha256)))
    let run = try run("backup", file, "--force")
    #expect(run.status == 1 && run.complaint.contains("\(sha256) is damaged"))
  }

  @Test(arguments: [
    "UPDATE documents SET name = 'other'", "UPDATE originals SET bytes = x'00'", "DELETE FROM outbox",
  ])
  func `that was changed is not restored, and nothing is touched`(change: String) throws {
    do { try DatabaseQueue(path: file).write { try $0.execute(sql: change) } }
    let run = try run("restore", file)
    #expect(run.status == 1 && run.complaint.contains("is damaged; nothing was touched"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
  }

  @Test func `that was cut off is not restored`() throws {
    let bytes = try Data(contentsOf: URL(filePath: file))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: file))
    #expect(try run("restore", file).status != 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
  }

  @Test func `is not restored over an archive in use`() throws {
    let run = try Program.call(["restore", file, "--state", service.path])
    #expect(run.status == 1 && run.complaint.contains("stop the service first"))
  }

  @Test func `can be looked at without being restored`() throws {
    let run = try run("restore", file, "--check")
    #expect(run.status == 0 && run.out.contains("sound, 1 original"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
  }

  @Test func `sets aside what was there`() throws {
    try Data("old".utf8).write(to: URL(filePath: other + "/archive.sqlite"))
    #expect(try run("restore", file).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: other)
    let aside = try #require(names.first { $0.hasPrefix("before-restore-") })
    #expect(try String(contentsOfFile: "\(other)/\(aside)/archive.sqlite", encoding: .utf8) == "old")
    #expect(names.sorted() == ["archive.sqlite", aside, "store"])
  }

  @Test func `names the configuration that differs, and puts it back when asked to`() throws {
    let conf = folder.appending(path: "etc/minuted.conf.d/wait.conf")
    try Data("[Minuted]\nSettleSec=9s\n".utf8).write(to: conf)
    #expect(
      try run("restore", file).out.contains("differs and was left out (--with-configuration): \(conf.path)"))
    #expect(try String(contentsOf: conf, encoding: .utf8).contains("9s"))
    #expect(try run("restore", file, "--with-configuration").out.contains("put back: \(conf.path)"))
    #expect(try String(contentsOf: conf, encoding: .utf8).contains("3s"))
  }

  @Test func `puts a file of the configuration nowhere else`() throws {
    let conf = folder.appending(path: "etc/minuted.conf.d/wait.conf")
    try FileManager.default.removeItem(at: conf)
    let elsewhere = ["--state", other, "--configuration", folder.appending(path: "other-etc").path]
    let restored = try Program.call(["restore", file, "--with-configuration"] + elsewhere)
    #expect(
      restored.complaint.contains("\(conf.path) is no place of the configuration here and was left out"))
    #expect(!FileManager.default.fileExists(atPath: conf.path))
    let link = folder.appending(path: "etc/minuted.conf.d")
    try FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
    #expect(try run("restore", file, "--with-configuration").complaint.contains("was left out"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "wait.conf").path))
  }

  @Test func `that an export wrote is told what it is for`() throws {
    let exported = folder.appending(path: "exported").path
    _ = try CarriedArchive.write(pipeline.archive, kept: service.path + "/archive.sqlite", to: exported)
    #expect(try run("restore", exported).complaint.contains("minutectl import"))
  }

  // MARK: - What goes wrong

  @Test func `to a place that cannot be written names that place, and what to do`() throws {
    let absent = folder.appending(path: "no/such/backup").path
    let lost = try run("backup", absent)
    #expect(
      lost.status == 1 && lost.complaint.contains("\(absent): cannot be written: No such file or directory"))
    #expect(lost.complaint.contains("mkdir -p \(folder.appending(path: "no/such").path)"))
    #expect(
      try run("backup", folder.path, "--force").complaint.contains(
        "\(folder.path): is a folder; name a file in it"))
    let within = try run("backup", configuration + "/minuted.conf/backup")
    #expect(within.complaint.contains("what stands for its folder is none"))
  }

  @Test func `does not take the place of the archive that it is made of`() throws {
    let own = service.path + "/archive.sqlite"
    let refused = try run("backup", own, "--force")
    #expect(refused.status == 1 && refused.complaint.contains("\(own): is the archive itself"))
  }

  @Test func `without room names where there is none, and leaves nothing behind`() throws {
    let small = try SmallDisk(in: folder, kilobytes: 64)
    let full = try small.run([
      "backup", small.path + "/backup", "--archive", service.path + "/archive.sqlite",
    ])
    #expect(full.status != 0, "\(full.out)")
    #expect(full.complaint.contains("\(small.path)/backup: there is no room for it; make space there"))
    #expect(full.out.contains("left: 0"), "\(full.out)")
    let restored = try small.run(["restore", file, "--state", small.path])
    #expect(restored.complaint.contains("\(small.path): has room for"))
  }

  @Test func `is not looked for in a file that is none`() throws {
    let absent = try run("restore", folder.path + "/nothing")
    #expect(
      absent.status == 1 && absent.complaint.contains("/nothing: No such file or directory; check the name"))
    #expect(
      try run("restore", folder.path).complaint.contains(
        "is no regular file; give the file that minutectl backup"))
    let text = configuration + "/minuted.conf"
    let other = try run("restore", text)
    #expect(
      other.status == 78
        && other.complaint.contains("\(text): is no backup; give a file that minutectl backup"))
    #expect(!other.complaint.contains("restore a backup"))
    try Data().write(to: URL(filePath: folder.path + "/empty"))
    #expect(try run("restore", folder.path + "/empty").complaint.contains("is no backup"))
  }

  @Test func `that was cut off says so, and what to do`() throws {
    let bytes = try Data(contentsOf: URL(filePath: file))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: file))
    let cut = try run("restore", file)
    #expect(cut.complaint.contains("\(file): is damaged") && cut.complaint.contains("take another backup"))
  }

  @Test func `of a newer minuted says what to install`() throws {
    do {
      try DatabaseQueue(path: file).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 of the future')")
      }
    }
    let newer = try run("restore", file)
    #expect(newer.status == 78 && newer.complaint.contains("a newer minuted has written this backup"))
    #expect(newer.complaint.contains("install that minuted or a newer one here, then restore it"))
  }

  @Test func `is found by a name from here`() throws {
    let made = try Program.call(["restore", "backup", "--check"], in: folder)
    #expect(made.status == 0, "\(made.complaint)")
    let again = try Program.call(
      ["backup", "another", "--archive", "service/archive.sqlite", "--configuration", "etc"], in: folder)
    #expect(again.status == 0, "\(again.complaint)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/another"))
  }

  @Test func `is not restored into what is no folder`() throws {
    let none = try Program.call(["restore", file, "--state", configuration + "/minuted.conf"])
    #expect(none.complaint.contains("is no folder; give the one that the archive lies in"))
    let absent = try Program.call(["restore", file, "--state", folder.path + "/nowhere"])
    #expect(absent.complaint.contains("/nowhere: is not there; install minuted first"))
  }
}

/// A disk of a few kilobytes, seen only by the programs that are run on it.
private struct SmallDisk {
  let path: String
  private let kilobytes: Int

  init(in folder: URL, kilobytes: Int) throws {
    path = folder.appending(path: "small").path
    self.kilobytes = kilobytes
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Runs minutectl where the disk is mounted, and counts what it leaves there.
  func run(_ arguments: [String]) throws -> Run {
    let script = """
      mount -t tmpfs -o size=\(kilobytes)k tmpfs "$0" || exit 99
      "$@"; code=$?; echo "left: $(ls -A "$0" | wc -l)"; exit $code
      """
    return try Program.call(
      ["--user", "--map-root-user", "--mount", "sh", "-c", script, path, Program.link.path] + arguments,
      of: "/usr/bin/unshare", environment: ["PATH": "/usr/bin:/bin"])
  }
}
