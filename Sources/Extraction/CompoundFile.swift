// SPDX-License-Identifier: Apache-2.0

/// Tells what a file of Microsoft's older kind holds (OLE: doc, xls, ppt, wps), by the streams in it.
enum CompoundFile {
  /// The streams that make a document what it is. A newer document with a password is such a file around it.
  private static let streams: [(name: String, format: DocumentFormat)] = [
    ("WordDocument", .doc), ("EncryptedPackage", .locked), ("Workbook", .xls), ("Book", .xls),
    ("PowerPoint Document", .ppt),
  ]

  /// What the file is; `binary` where none of its streams is known.
  ///
  /// Entries of the directory take 128 bytes and begin with a name in UTF-16. Where the directory stands is
  /// not asked: a file that was cut off has lost the table that tells. Of several the first known counts,
  /// because what is embedded in a document comes after the document's own entries.
  static func format(_ bytes: [UInt8]) -> DocumentFormat {
    let names: [(name: [UInt8], format: DocumentFormat)] = streams.map { stream in
      (Array((stream.name + "\0").utf16).flatMap { [UInt8(truncatingIfNeeded: $0), 0] }, stream.format)
    }
    for at in stride(from: 512, to: bytes.count, by: 128) {
      let entry = bytes[at..<min(at + 64, bytes.count)]
      if let found = names.first(where: { entry.starts(with: $0.name) }) { return found.format }
    }
    return .binary
  }
}
