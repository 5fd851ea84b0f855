// SPDX-License-Identifier: Apache-2.0
import Archive
import ArgumentParser
import Desk
import Digest
import Foundation
import Minutes
import Settings
import TestKit

@testable import Control
@testable import Daemon

/// An archive with all reports of seeds/, told as the daemon tells them; made once, gone with the process.
final class SeedArchive: @unchecked Sendable {
  static let shared = try! SeedArchive()

  let folder: URL
  let archive: MeetingArchive
  let tools: ArchiveTools

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "minuted-seeds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (pipeline, state) = try SeedArchive.pipeline(in: folder)
    archive = pipeline.archive
    // The words of the base alone: a user's minutectl need not know the overlay of the examples.
    tools = ArchiveTools(archive: archive, vocabulary: BaseLexicon.vocabulary)
    let files = try Self.files(in: "2023", .paraphrase, state) + Self.files(in: "example", .invented, state)
    _ = try pipeline.process(try archive.take(files, boot: "", now: 0))
    SeedArchive.path = folder.path
    atexit { SeedArchive.path.map { try? FileManager.default.removeItem(atPath: $0) } }
  }

  /// What the end of the process takes away; a closure for C can hold nothing of its own.
  nonisolated(unsafe) private static var path: String?

  /// A pipeline over a fresh archive in a folder, under the configuration of the examples.
  static func pipeline(in folder: URL) throws -> (pipeline: Pipeline, state: StateFolder) {
    let overlay = Repository.root.appending(path: "seeds/lexicon").path
    try Data("[Minuted]\nLexiconPath=\(overlay)\n".utf8).write(to: folder.appending(path: "minuted.conf"))
    let setup = try Setup.load(
      from: Setup.Source(
        configuration: ConfigurationFolders(roots: [folder.path]),
        data: DataFolder(path: Repository.root.appending(path: "config").path)))
    let state = StateFolder(path: folder.path, runtime: folder.path)
    return (Pipeline(setup: setup, archive: try state.openArchive(), state: state), state)
  }

  /// Puts bytes into the store, as if they had arrived under a name.
  static func keep(
    _ bytes: [UInt8], named name: String, _ provenance: Provenance, in state: StateFolder
  ) throws -> ArrivedFile {
    let sha256 = SHA256.hex(bytes)
    let place = URL(filePath: ContentStore(path: state.store).place(of: sha256))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    return ArrivedFile(
      name: Array(name.utf8), display: name, sha256: sha256, size: Int64(bytes.count), mtime: 1, ctime: 1,
      handle: [],
      provenance: provenance)
  }

  private static func files(
    in folder: String, _ provenance: Provenance, _ state: StateFolder
  ) throws -> [ArrivedFile] {
    let root = Repository.root.appending(path: "seeds/\(folder)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".txt") }
    return try names.sorted().map { name in
      try keep([UInt8](Data(contentsOf: root.appending(path: name))), named: name, provenance, in: state)
    }
  }

  /// The change of a kind and side whose story holds the words, by its entry's id as people quote it.
  func entry(_ change: String, _ words: String) throws -> String? {
    var found: String?
    try archive.eachEntry(in: 0..<Int64.max) { kept in
      let entry = Entry(bytes: kept.fields)
      if entry?["MINUTED_CHANGE"] == change, entry?["MESSAGE"]?.contains(words) == true {
        found = "\(kept.id.prefix(8))\(kept.id.dropFirst(16))"
      }
      return true
    }
    return found
  }
}

/// What a command line prints of the seeds for people.
func text(_ arguments: String...) throws -> String {
  let listing = try listing(arguments)
  return (listing.note.map { $0 + "\n" } ?? "") + listing.text
}

/// What it prints with `--json`, line by line.
func objects(_ arguments: String...) throws -> [[String: Any]] {
  try listing(arguments).objects.map { object in
    try JSONSerialization.jsonObject(with: Data(object.text())) as? [String: Any] ?? [:]
  }
}

private func listing(_ arguments: [String]) throws -> Listing {
  let tools = SeedArchive.shared.tools
  switch try Minutectl.parseAsRoot(arguments) {
  case let command as SearchCommand: return try command.listing(tools)
  case let command as ChangesCommand: return try command.listing(tools)
  case let command as SeriesCommand: return try command.listing(tools)
  case let command as MatrixCommand: return try command.listing(tools)
  case let command as PeersCommand: return try command.listing(tools)
  case let command as TargetsCommand: return try command.listing(tools)
  case let command as GapsCommand: return try command.listing(tools)
  default: throw CocoaError(.featureUnsupported)
  }
}
