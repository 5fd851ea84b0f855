// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Glibc
internal import Minutes

/// An archive in one file, as `minutectl export archive` writes it.
struct CarriedArchive {
  /// Its documents, to be handed over in the order in which they came.
  let items: [Importer.Item]
  private let path: String
  private let archive: MeetingArchive

  private static let mark = Array("SQLite format 3\0".utf8)

  /// Nil where the path is no database; a database without originals is told with what to do.
  init?(path: String) throws {
    guard Self.isDatabase(path) else { return nil }
    self.path = path
    archive = try MeetingArchive.readOnly(path: path)
    let documents = try archive.carriedDocuments()
    guard !documents.isEmpty else {
      throw InputError(path: path, "holds no documents; write it with minutectl export archive")
    }
    items = documents.map { [archive] document in
      Importer.Item(Self.name(document), document.provenance) { () throws(InputError) in
        guard let bytes = (try? archive.original(sha256: document.sha256)) ?? nil else {
          throw InputError(path: document.name, "cannot be read from \(path); export it again")
        }
        return bytes
      }
    }
  }

  /// What is to be known before documents are handed to a daemon that reads by other rules than they were read
  /// by; nil where its rules are the same.
  func warning(against rules: String) throws -> String? {
    guard let document = try archive.stale(rules: rules, limit: 1).first,
      let theirs = try archive.document(sha256: document.sha256)?.rules
    else { return nil }
    return
      "\(path) was read by other rules (\(theirs); here \(rules)): a place or a word that is not known here "
      + "may have its reports refused; lay the same tables first (LexiconPath=, /etc/minuted/lexicon)"
  }

  /// Writes one at `path`: the archive with the originals that lie beside it in the store.
  static func write(
    _ archive: MeetingArchive, kept: String, to path: String
  ) throws -> (held: Int, missing: Int) {
    let store = OriginalFolder(besideArchive: kept)
    let part = path + ".part"
    unlink(part)
    let counts = try archive.carry(to: part, original: store.bytes)
    guard rename(part, path) == 0 else { throw InputError(path: path, code: errno) }
    return counts
  }

  /// The name without what a folder of the other machine put before it.
  private static func name(_ document: CarriedDocument) -> String {
    String(document.name.drop { $0 == "/" })
  }

  private static func isDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: mark.count)
    return read(descriptor, &head, head.count) == head.count && head == mark
  }
}
