// SPDX-License-Identifier: Apache-2.0
internal import CArchive
internal import Extraction
internal import Glibc

/// The files in a ZIP or TAR one after another, by libarchive, within the limits on what they inflate to.
struct PackedFiles: ~Copyable {
  /// The name of a file as it stands in the archive.
  struct Entry {
    var name: [UInt8]
    var isFile: Bool
    var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  /// libarchive reads where they stand.
  private let bytes: HeldBytes
  private let limits: ExtractionLimits
  private var inflated = 0
  private var entries = 0

  init(_ bytes: [UInt8], _ limits: ExtractionLimits) throws(Refusal) {
    guard let archive = archive_read_new() else { throw Refusal(.damaged, "archive") }
    self.archive = archive
    self.bytes = HeldBytes(bytes)
    self.limits = limits
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    // A failure shows again at the first header.
    archive_read_open_memory(archive, self.bytes.buffer.baseAddress, self.bytes.buffer.count)
  }

  deinit { archive_read_free(archive) }

  /// The next file or folder, nil at the end. Throws `damaged` where the archive breaks off, `tooLarge` past
  /// 4,096.
  mutating func next() throws(Refusal) -> Entry? {
    var entry: OpaquePointer?
    let state = archive_read_next_header(archive, &entry)
    if state == ARCHIVE_EOF { return nil }
    guard state == ARCHIVE_OK || state == ARCHIVE_WARN, let entry else { throw Refusal(.damaged, "archive") }
    entries += 1
    guard entries <= limits.members else { throw Refusal(.tooLarge, "more than \(limits.members) files") }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Entry(
      name: name.map {
        Array(UnsafeBufferPointer(start: $0, count: strlen($0)).lazy.map(UInt8.init(bitPattern:)))
      } ?? [],
      isFile: archive_entry_filetype(entry) == 0o100000, isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// The content of the file that `next()` told of.
  mutating func content() throws(Refusal) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = archive_read_data(archive, &chunk, chunk.count)
      if count == 0 { return content }
      guard count > 0 else { throw Refusal(.damaged, "archive") }
      inflated += count
      let bomb = inflated > 1 << 20 && inflated / limits.ratio > bytes.buffer.count
      // A file that could not be handed over whole is not held either: it would not fit into the child's memory.
      let fits = content.count + count <= limits.output
      guard inflated <= limits.inflated, fits, !bomb else {
        throw Refusal(.tooLarge, "inflates to \(inflated) and more")
      }
      content.append(contentsOf: chunk[..<count])
    }
  }

  /// The content of those files whose names `isWanted`, by name; the first of a name counts.
  static func contents(
    of bytes: [UInt8], _ limits: ExtractionLimits, where isWanted: (String) -> Bool
  ) throws(Refusal) -> [String: [UInt8]] {
    var files = try PackedFiles(bytes, limits)
    var contents: [String: [UInt8]] = [:]
    while let entry = try files.next() {
      let name = String(decoding: entry.name, as: UTF8.self)
      guard entry.isFile, isWanted(name), contents[name] == nil else { continue }
      if entry.isEncrypted { throw Refusal(.encrypted) }
      contents[name] = try files.content()
    }
    return contents
  }
}
