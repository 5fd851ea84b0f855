// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import GRDB
import Minutes
import Settings
import TestKit

@testable import Daemon

/// A pipeline on an archive of its own, with the repository's lexicon and the example divisions.
final class Bench {
  let folder: URL
  private(set) var archive: MeetingArchive
  let state: StateFolder
  let setup: Setup
  private(set) var pipeline: Pipeline
  private let memory: Memory?
  private let drafting: DraftingThreads

  /// With a memory, what was read or compared on one bench is not worked out again on the next.
  init(memory: Memory? = nil) throws {
    self.memory = memory
    drafting = try DraftingThreads()
    folder = Self.root.appending(path: "minuted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    state = StateFolder(path: folder.path, runtime: folder.path)
    archive = try state.openArchive()
    setup = try Self.setup(folder, "LexiconPath=\(Repository.root.appending(path: "seeds/lexicon").path)")
    pipeline = Pipeline(
      setup: setup, archive: archive, state: state, stages: memory?.stages(setup, state))
  }

  /// In memory where the machine has room for files there: 200 archives are synced to the disk for nothing.
  private static let root: URL = {
    let memory = "/dev/shm"
    return FileManager.default.isWritableFile(atPath: memory)
      ? URL(filePath: memory) : FileManager.default.temporaryDirectory
  }()

  /// Ends and starts again: only what is on the disk is known after it.
  func restart() throws {
    archive = try state.openArchive()
    pipeline = Pipeline(
      setup: setup, archive: archive, state: state, stages: memory?.stages(setup, state))
  }

  /// The setup after an edit of the configuration to these lines.
  func reconfigured(_ lines: String) throws -> Setup { try Self.setup(folder, lines) }

  private static func setup(_ folder: URL, _ lines: String) throws -> Setup {
    try Data("[Minuted]\n\(lines)\n".utf8).write(to: folder.appending(path: "minuted.conf"))
    let source = Setup.Source(
      configuration: ConfigurationFolders(roots: [folder.path]),
      data: DataFolder(path: Repository.root.appending(path: "config").path))
    return try Setup.load(from: source)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Lets files arrive together, as their bytes and names, and runs them through the pipeline.
  func arrive(_ files: [(name: String, text: String)]) throws -> Tally {
    try pipeline.process(take(files))
  }

  func take(_ files: [(name: String, text: String)], held: Bool = false) throws -> [Arrival] {
    try take(files.map { (name: $0.name, bytes: Data($0.text.utf8)) }, held: held)
  }

  func take(_ files: [(name: String, bytes: Data)], held: Bool = false) throws -> [Arrival] {
    let arrived = try files.map { file in
      let bytes = Array(file.bytes)
      let sha256 = SHA256.hex(bytes)
      let place = URL(filePath: ContentStore(path: state.store).place(of: sha256))
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
      var arrived = ArrivedFile(
        name: Array(file.name.utf8), display: file.name, sha256: sha256, size: Int64(bytes.count), mtime: 1,
        ctime: 1,
        handle: [])
      arrived.isHeld = held
      return arrived
    }
    return try archive.take(arrived, boot: state.boot, now: 0)
  }

  /// Lets files be handed in by an import, not yet read; returns the batch.
  func batch(_ files: [(name: String, text: String)]) throws -> Int64 {
    let batch = try archive.beginBatch(.import)
    try archive.join(try take(files).map(\.id), to: batch)
    return batch
  }

  /// Works a batch off slice by slice, with a restart after each if wanted.
  func work(off batch: Int64, restarting: Bool = false) throws {
    var telling = BatchTelling(pipeline, drafting)
    while let open = try archive.batch(batch) {
      if try !BatchReading(pipeline).read(open) {
        switch try telling.advance(open) {
        case .over: try archive.end(batch, [])
        case .waits:
          Self.awaitDraft(of: drafting)
          continue
        case .goesOn: break
        }
      }
      guard restarting else { continue }
      try telling.giveBack()
      try restart()
      telling = BatchTelling(pipeline, drafting)
    }
  }

  /// Waits until a draft has come back.
  static func awaitDraft(of drafting: DraftingThreads) {
    var drafts = pollfd(fd: drafting.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&drafts, 1, -1)
  }

  /// The digests of all meetings as they would be told now, by meeting.
  func final() throws -> [MeetingDigest] {
    try archive.meetings().compactMap { summary in
      try archive.record(id: summary.id, provenance: summary.provenance).map {
        try pipeline.teller.comparisons.digest(of: $0)
      }
    }
  }

  /// The names of a table's columns.
  func columns(of table: String) throws -> [String] {
    try DatabaseQueue(path: state.path + "/archive.sqlite").read { db in
      try db.columns(in: table).map(\.name)
    }
  }

  /// Everything in the outbox, in order.
  func entries() throws -> [Entry] {
    try archive.pendingEntries(limit: 10_000).compactMap { Entry(bytes: $0.fields) }
  }

  /// The entries of an event, in order.
  func entries(_ event: String) throws -> [Entry] { try entries().filter { $0["MINUTED_EVENT"] == event } }

  /// The values of a field over the entries of an event.
  func values(_ field: String, of event: String) throws -> [String] {
    try entries().filter { $0["MINUTED_EVENT"] == event }.compactMap { $0[field] }
  }
}

/// A report of the seeds, by the end of its path.
func seed(_ path: String) throws -> String {
  try String(contentsOf: Repository.root.appending(path: "seeds/\(path)"), encoding: .utf8)
}
