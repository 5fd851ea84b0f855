// SPDX-License-Identifier: Apache-2.0

/// The folder of original documents beside an archive.
struct OriginalFolder {
  /// Each file lies in a sub-folder named by the first two digits of its SHA-256.
  let path: String

  init(path: String) { self.path = path }

  /// The one that belongs to an archive, by the archive's own path.
  init(besideArchive archive: String) {
    path = (archive.lastIndex(of: "/").map { String(archive[..<$0]) } ?? ".") + "/store"
  }

  func place(of sha256: String) -> String { "\(path)/\(sha256.prefix(2))/\(sha256)" }

  /// A document's bytes; nil where they are not kept or cannot be read.
  func bytes(of sha256: String) -> [UInt8]? { try? InputFile(path: place(of: sha256)).bytes() }
}
