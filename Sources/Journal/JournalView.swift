// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CSystemd
internal import Glibc

/// The whole journal, opened once: where part of it is left out it throws, or says so.
///
/// sd_journal_open passes silently over files that it cannot open for want of descriptors or memory, over
/// folders that it cannot list, and over files that journald renames meanwhile; and a handle lets go of a file
/// that it cannot map. An entry in such a file looks dropped although a barrier in another is seen, and would
/// be sent twice. So the files are listed here, each has to open, and `isWhole` is asked when something is
/// missing.
struct JournalView: ~Copyable {
  /// How much of the journal is opened.
  enum Extent {
    case whole
    /// The files that journald writes to, and of those that it has closed the last one.
    case recent
  }

  let handle: OpaquePointer
  /// Bytes of the files that are open.
  private let usage: UInt64

  /// A list that changes this often while it is opened is given up for now.
  private static let mostTries = 5
  /// A damaged file is no part of the journal for anybody, and an empty one is just being made.
  private static let damaged = [EBADMSG, ENODATA, EPROTONOSUPPORT]

  /// Opens the files of the source; those that minuted has no right to read are not there for it.
  init(_ source: JournalReader.Source, _ extent: Extent = .whole) throws(JournalError) {
    let opened = try Self.opened(source, extent)
    var bytes: UInt64 = 0
    sd_journal_get_usage(opened, &bytes)
    (handle, usage) = (opened, bytes)
  }

  deinit { sd_journal_close(handle) }

  /// False where a file has been let go of since: what was not found may be in it.
  var isWhole: Bool {
    var bytes: UInt64 = 0
    return sd_journal_get_usage(handle, &bytes) >= 0 && bytes >= usage
  }

  private static func opened(
    _ source: JournalReader.Source, _ extent: Extent
  ) throws(JournalError) -> OpaquePointer {
    for _ in 0..<mostTries {
      let paths = try paths(source, extent)
      let (handle, result) = open(paths)
      // A file that journald has renamed since stands in the list under its new name.
      let isSame = (try? Self.paths(source, extent)) == paths
      if let handle, isSame { return handle }
      if let handle { sd_journal_close(handle) }
      if isSame { throw JournalError(call: "sd_journal_open_files", code: -result) }
    }
    throw JournalError(call: "sd_journal_open_files", code: EAGAIN)
  }

  /// Opens all of them, or those that are not damaged.
  private static func open(_ paths: [String]) -> (OpaquePointer?, Int32) {
    let (handle, result) = openAll(paths)
    guard damaged.contains(-result) else { return (handle, result) }
    return openAll(
      paths.filter { path in
        let (single, result) = openAll([path])
        sd_journal_close(single)
        return !damaged.contains(-result)
      })
  }

  private static func openAll(_ paths: [String]) -> (OpaquePointer?, Int32) {
    var names: [UnsafePointer<CChar>?] = paths.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for name in names { free(UnsafeMutablePointer(mutating: name)) } }
    var handle: OpaquePointer?
    let result = sd_journal_open_files(&handle, &names, 0)
    return (result < 0 ? nil : handle, result)
  }

  /// The files of the journal that may be read, sorted.
  private static func paths(
    _ source: JournalReader.Source, _ extent: Extent
  ) throws(JournalError) -> [String] {
    var paths: [String] = []
    for folder in try folders(of: source) {
      for name in try names(in: folder) where name.hasSuffix(".journal") || name.hasSuffix(".journal~") {
        if access("\(folder)/\(name)", R_OK) == 0 || errno != EACCES { paths.append("\(folder)/\(name)") }
      }
    }
    return extent == .whole ? paths.sorted() : recent(of: paths).sorted()
  }

  /// A file that journald has closed is named after it and the time of its first entry, such as
  /// `system@a450c4dac1634a47b3961a99c2db7b27-0000000000008252-000660e0d67a2597.journal`; one that it found
  /// damaged ends in `.journal~`. What minuted sends goes to `system`, and the last of those is looked into.
  static func recent(of paths: [String]) -> [String] {
    let files = paths.map { path in (path: path, name: path.split(separator: "/").last ?? "") }
    let closed = files.filter { $0.name.hasPrefix("system@") && $0.name.hasSuffix(".journal") }
    let last = closed.max { $0.name.suffix(24) < $1.name.suffix(24) }
    return files.filter { !$0.name.contains("@") }.map(\.path) + (last.map { [$0.path] } ?? [])
  }

  private static func folders(of source: JournalReader.Source) throws(JournalError) -> [String] {
    let roots = ["/var/log/journal", "/run/log/journal"]
    switch source {
    case .system:
      let machine = try machineIdentifier()
      return roots.map { "\($0)/\(machine)" }
    case .namespace(let name):
      let machine = try machineIdentifier()
      return roots.map { "\($0)/\(machine).\(name)" }
    case .directory(let path): return [path]
    }
  }

  private static func machineIdentifier() throws(JournalError) -> String {
    var id = sd_id128_t()
    let result = sd_id128_get_machine(&id)
    guard result >= 0 else { throw JournalError(call: "sd_id128_get_machine", code: -result) }
    return withUnsafeBytes(of: id) { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Names in a folder; none where it does not exist or may not be read.
  private static func names(in folder: String) throws(JournalError) -> [String] {
    guard let directory = opendir(folder) else {
      if [ENOENT, ENOTDIR, EACCES].contains(errno) { return [] }
      throw JournalError(call: "opendir \(folder)", code: errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: name, as: UTF8.self))
      errno = 0
    }
    guard errno == 0 else { throw JournalError(call: "readdir \(folder)", code: errno) }
    return names
  }
}
