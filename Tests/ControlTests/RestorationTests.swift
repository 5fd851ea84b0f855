// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Foundation
import Minutes
import TestKit
import Testing

@testable import Control
@testable import Daemon

/// A backup with the year 2023, and a service that has come to 2024 instead, the last of it in its archive's
/// log.
@Suite struct `A restore that is broken off` {
  private let folder: URL
  private let file: String
  private let other: String
  private let (old, new): (String, String)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "minuted-restore-\(UUID().uuidString)")
    (file, other) = (folder.appending(path: "backup").path, folder.appending(path: "other").path)
    let (first, state) = try Self.service(
      in: folder.appending(path: "first"), "2023/2023-02-24-hanhai-minzheng.txt")
    let made = try Program.call(
      ["backup", file, "--archive", state.path + "/archive.sqlite", "--configuration", folder.path + "/etc"])
    #expect(made.status == 0, "\(made.complaint)")
    let (second, there) = try Self.service(
      in: folder.appending(path: "second"), "2024/2024-03-08-hanhai-minzheng.txt")
    new = try #require(try first.archive.digestNumbers(after: 0, limit: 1).first).id
    old = try #require(try second.archive.digestNumbers(after: 0, limit: 1).first).id
    // While it is open, its log stands beside it; a kill would leave it so.
    try FileManager.default.copyItem(atPath: there.path, toPath: other)
    try? FileManager.default.removeItem(atPath: other + "/archive.sqlite-shm")
    #expect(try Data(contentsOf: URL(filePath: other + "/archive.sqlite-wal")).count > 0)
  }

  private static func service(in folder: URL, _ seed: String) throws -> (Pipeline, StateFolder) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (pipeline, state) = try SeedArchive.pipeline(in: folder)
    let bytes = try Data(contentsOf: Repository.root.appending(path: "seeds/example/\(seed)"))
    let arrived = try SeedArchive.keep([UInt8](bytes), named: seed, .invented, in: state)
    _ = try pipeline.process(try pipeline.archive.take([arrived], boot: state.boot, now: 0))
    return (pipeline, state)
  }

  private func restoration() throws -> Restoration {
    try Restoration(of: try Backup(path: file), file, into: other)
  }

  /// The digest that the archive tells, once every document that it knows has been found with its bytes.
  private func digest(in folder: String, originals: String? = nil) throws -> String? {
    let archive = try MeetingArchive(path: folder + "/archive.sqlite")
    defer { try? archive.close() }
    for document in try archive.stale(rules: "", limit: 100) {
      let bytes = OriginalFolder(path: originals ?? folder + "/store").bytes(of: document.sha256)
      #expect(bytes.map { SHA256.hex($0) } == document.sha256)
    }
    return try archive.digestNumbers(after: 0, limit: 10).map(\.id).last
  }

  @Test(arguments: 0...Restoration.Step.allCases.count)
  func `leaves the old or the new whole, and the same command ends it`(steps: Int) throws {
    let broken = try restoration()
    for step in Restoration.Step.allCases.prefix(steps) { try broken.perform(step) }
    let isChanged = steps > (Restoration.Step.allCases.firstIndex(of: .change) ?? 0)
    #expect(broken.isUndone == !isChanged)
    let state = StateFolder(path: other, runtime: other)
    let isOver = steps == 0 || steps == Restoration.Step.allCases.count
    #expect((state.brokenRestore == nil) == isOver)
    #expect(state.brokenRestore?.contains(isChanged ? "the backup is in force" : "restore again") ?? isOver)
    #expect(try digest(in: other) == (isChanged ? new : old))
    try restoration().run { _ in }
    #expect(try digest(in: other) == new && state.brokenRestore == nil)
  }

  @Test(arguments: ["archive.sqlite", "archive.sqlite.whole"])
  func `in its very beginning is told as one that has changed nothing`(name: String) throws {
    try FileManager.default.createDirectory(
      atPath: other + "/restoring", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: "\(other)/restoring/\(name)"))
    let state = StateFolder(path: other, runtime: other)
    #expect(state.brokenRestore?.contains("restore again") == true)
    try restoration().run { _ in }
    #expect(try digest(in: other) == new && state.brokenRestore == nil)
  }

  @Test func `never takes the archive without its log`() throws {
    try MeetingArchive.foldLog(path: other + "/archive.sqlite")
    let log = try? Data(contentsOf: URL(filePath: other + "/archive.sqlite-wal"))
    #expect(log?.isEmpty != false)
    #expect(try digest(in: other) == old)
    // What is no archive has none to lose.
    try Data("old".utf8).write(to: folder.appending(path: "none"))
    try Data("log".utf8).write(to: folder.appending(path: "none-wal"))
    try MeetingArchive.foldLog(path: folder.appending(path: "none").path)
  }

  @Test func `and done sets aside the whole of what was there`() throws {
    let restored = try restoration()
    try restored.run { _ in }
    #expect(try digest(in: restored.aside) == old)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: other + "/store").filter { $0.count > 60 }.count
        == 1)
  }

  @Test(.enabled(if: PrivateMounts.arePossible)) func `and done works with originals on a disk of their own`()
    throws
  {
    try PrivateMounts.run { [self] in
      let store = other + "/store", kept = folder.path + "/kept"
      try FileManager.default.moveItem(atPath: store, toPath: kept)
      try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: true)
      try PrivateMounts.mount(on: store)
      for name in try FileManager.default.contentsOfDirectory(atPath: kept) {
        try FileManager.default.copyItem(atPath: "\(kept)/\(name)", toPath: "\(store)/\(name)")
      }
      let restored = try restoration()
      try restored.run { _ in }
      #expect(try digest(in: other) == new)
      // What only the other archive knows cannot leave its disk by a rename, and serves both.
      #expect(try digest(in: restored.aside, originals: store) == old)
    }
  }
}
