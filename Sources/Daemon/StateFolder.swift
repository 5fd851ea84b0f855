// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import FoundationEssentials
internal import Glibc
internal import Settings

/// Where the daemon keeps what it knows: systemd names the folders, /var/lib and /run are the defaults.
struct StateFolder {
  let path: String
  let controlPath: String
  /// The machine's boot, so that attempts broken off by a power cut are told from those a document broke off.
  let boot: String

  init(
    path: String = DataFolder.variable("STATE_DIRECTORY") ?? "/var/lib/minuted",
    runtime: String = DataFolder.variable("RUNTIME_DIRECTORY") ?? "/run/minuted"
  ) {
    self.path = path
    controlPath = runtime + "/control"
    boot = Self.line(of: "/proc/sys/kernel/random/boot_id") ?? "unknown"
  }

  var spool: String { path + "/spool" }
  var store: String { path + "/store" }

  /// What to say of a restore that was broken off; nil where none was.
  ///
  /// Its folder has the backup's archive in it from the beginning, empty at first, until that takes the place
  /// of the other; or the whole of the backup, which that is made from.
  var brokenRestore: String? {
    let place = path + "/restoring"
    guard access(place, F_OK) == 0 else { return nil }
    let isUndone = ["archive.sqlite", "archive.sqlite.whole"].contains { access("\(place)/\($0)", F_OK) == 0 }
    return isUndone
      ? "a restore was broken off: what was kept before it is in force; "
        + "run minutectl restore again, or rm -r \(place)"
      : "a restore was broken off in its end: the backup is in force; rm -r \(place)"
  }

  /// Copies of the archive that were set aside before an upgrade or a restore, by path: what is forgotten
  /// later still stands in them.
  var copies: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let aside = names.filter { $0.hasPrefix("archive.sqlite.before-") || $0.hasPrefix("before-restore-") }
    return aside.sorted().map { "\(path)/\($0)" }
  }

  /// Where pages are written; nil where none are wanted. The default is a folder of this one.
  func reports(_ configuration: Configuration) -> String? {
    let path = configuration.reportDirectory
    return path == Configuration().reportDirectory ? self.path + "/reports" : path
  }

  /// Opens the archive; one that is newer, or is none, stops the start for good.
  func openArchive() throws(StartupError) -> MeetingArchive {
    do throws(ArchiveError) { return try MeetingArchive(path: path + "/archive.sqlite") } catch {
      let isLasting = error.reason == .newer || error.reason == .foreign
      throw StartupError(
        error.what, at: Place(file: error.path), hint: error.hint,
        exitCode: isLasting ? .configuration : .missing)
    }
  }

  private static func line(of path: String) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var room = [CChar](repeating: 0, count: 128)
    guard fgets(&room, Int32(room.count), file) != nil else { return nil }
    return String(decoding: room.prefix { $0 != 0 && $0 != 0x0A }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
