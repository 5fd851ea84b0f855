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
    #expect(restored.complaint.contains("\(conf.path) is no place of the configuration here and was left out"))
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
}
