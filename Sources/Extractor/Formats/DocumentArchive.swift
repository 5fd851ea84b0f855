// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Unpacks ZIP and TAR: each file in it is a document of its own.
///
/// What lies within an archive in the archive is not looked at: a member that is one is handed out as it is,
/// and whoever reads it refuses it by its format.
package enum DocumentArchive: DocumentParser {
  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    var found = false
    try unpack(document, limits) { name, bytes in
      writer.member(bytes, named: name)
      found = true
    }
    if !found { throw Refusal(.empty) }
  }

  /// Hands out the files in an archive one by one: name with folders, and content.
  static func unpack(
    _ archive: [UInt8], _ limits: ExtractionLimits, _ take: ([UInt8], [UInt8]) -> Void
  ) throws(Refusal) {
    var files = try PackedFiles(archive, limits)
    while let entry = try files.next() {
      guard entry.isFile, !isLitter(entry.name) else { continue }
      if entry.isEncrypted { throw Refusal(.encrypted) }
      take(entry.name, try files.content())
    }
  }

  /// What systems leave in archives unasked.
  private static func isLitter(_ name: [UInt8]) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "/"))
    let last = parts.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return parts.contains { $0 == Array("__MACOSX".utf8)[...] } || last.hasPrefix(".") || last.hasPrefix("~$")
      || ["Thumbs.db", "desktop.ini"].contains(last)
  }
}
