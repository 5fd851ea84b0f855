// SPDX-License-Identifier: Apache-2.0

/// A lexicon table as it lies on disk, handed in by whoever may touch the disk.
///
/// The file's name without `.tsv` is the table's name; `path` appears in every error.
package struct LexiconFile: Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The table's name: `units` for `…/lexicon/units.tsv`.
  package var tableName: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.hasSuffix(".tsv") ? file.dropLast(4) : file)
  }
}
