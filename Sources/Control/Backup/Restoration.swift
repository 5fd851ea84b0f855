// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import FoundationEssentials
internal import Glibc

/// Puts what a backup holds in the place of what a service keeps, which is set aside.
///
/// All of it is first written beside what is there and synced; then names change hands, the archive's last.
/// Whatever breaks it off before that leaves the old state in force, and the same command does it again.
struct Restoration {
  /// The folders of the store and its files, as the daemon makes them.
  private static let (folderMode, fileMode): (mode_t, mode_t) = (0o750, 0o640)
  /// The archive's own file beside which its log may lie.
  private static let archive = "archive.sqlite"

  private let backup: Backup
  private let state: String
  private let owner: (uid_t, gid_t)

  /// Throws, with nothing touched, where the service runs, the folder is not there or the disk has no room.
  init(of backup: Backup, _ file: String, into state: String) throws(InputError) {
    var status = stat()
    guard stat(state, &status) == 0 else {
      throw InputError(path: state, "is not there; install minuted first, its package makes the folder")
    }
    guard access(state, W_OK) == 0 else {
      throw InputError(path: state, "may not be written; run it with sudo")
    }
    (self.backup, self.state, owner) = (backup, state, (status.st_uid, status.st_gid))
    try refuseRunning()
    try refuseWithoutRoom(for: file)
  }

  private func refuseRunning() throws(InputError) {
    let isOurs = state == Disk.folder(of: ArchiveOptions.usual)
    if isOurs, case .absent = Service.ask() {} else if isOurs { throw running }
    if MeetingArchive.isHeld(path: "\(state)/\(Self.archive)") { throw running }
  }

  private var running: InputError {
    InputError(path: state, "is in use; stop the service first: systemctl stop minuted")
  }

  /// The copy of the whole, the archive alone and the originals are there at the same time.
  private func refuseWithoutRoom(for file: String) throws(InputError) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw InputError(path: file, code: errno) }
    let (wanted, room) = (UInt64(max(0, status.st_size)) * 3, try Disk.room(at: state))
    guard room >= wanted else {
      throw InputError(
        path: state,
        "has room for \(room >> 20) MB and needs \(wanted >> 20) MB; make space, nothing was touched")
    }
  }

  /// Restores the archive and the originals, telling how many of these are done; returns where the old ones are.
  func run(_ progress: (Int) -> Void) throws -> String {
    let fresh = state + "/restoring"
    try? FileManager.default.removeItem(atPath: fresh)
    try Disk.makeFolder(fresh, mode: Self.folderMode, owner: owner)
    try unpack(into: fresh, progress)
    try Disk.syncAll(of: fresh)
    let aside = "\(state)/before-restore-\(Self.stamp)"
    try Disk.makeFolder(aside, mode: Self.folderMode, owner: owner)
    try change(fresh, aside)
    try Disk.syncAll(of: state)
    rmdir(fresh)
    return aside
  }

  private func unpack(into fresh: String, _ progress: (Int) -> Void) throws {
    let archive = "\(fresh)/\(Self.archive)"
    try backup.unpack(to: archive, now: Moment.now)
    guard chmod(archive, Self.fileMode) == 0, chown(archive, owner.0, owner.1) == 0 else {
      throw InputError(path: archive, code: errno)
    }
    let store = OriginalFolder(path: fresh + "/store")
    try Disk.makeFolder(store.path, mode: Self.folderMode, owner: owner)
    var done = 0
    try backup.eachOriginal { sha256, bytes in
      let place = store.place(of: sha256)
      try Disk.makeFolder(Disk.folder(of: place), mode: Self.folderMode, owner: owner)
      try Disk.write(bytes, to: place, mode: Self.fileMode, owner: owner)
      done += 1
      progress(done)
    }
  }

  /// The old archive keeps its log beside it, and is never seen with the new one's name and the old log.
  private func change(_ fresh: String, _ aside: String) throws(InputError) {
    let log = Self.archive + "-wal"
    for name in [Self.archive, log] {
      if link("\(state)/\(name)", "\(aside)/\(name)") != 0, errno != ENOENT {
        throw InputError(path: "\(state)/\(name)", code: errno)
      }
    }
    unlink("\(state)/\(log)")
    unlink("\(state)/\(Self.archive)-shm")
    try move("\(state)/store", to: "\(aside)/store")
    try move("\(fresh)/store", to: "\(state)/store")
    try move("\(fresh)/\(Self.archive)", to: "\(state)/\(Self.archive)")
    // Pages are written anew: another archive has other digests under their numbers.
    unlink("\(state)/reports/.progress")
  }

  private func move(_ path: String, to target: String) throws(InputError) {
    if rename(path, target) != 0, errno != ENOENT { throw InputError(path: path, code: errno) }
  }

  // MARK: - Configuration

  /// The files of the configuration that are otherwise here, or not there.
  func differingConfiguration() throws -> [CarriedFile] {
    try backup.configuration().filter { (try? InputFile(path: $0.path).bytes()) != $0.bytes }
  }

  /// Puts files of the configuration back; those that were there are set aside.
  ///
  /// A backup may come from anywhere, and this is done by root: see `ConfigurationPlace`.
  func lay(_ files: [CarriedFile], aside: String) throws {
    for file in files {
      let kept = "\(aside)/configuration\(file.path)"
      if access(file.path, F_OK) == 0 {
        try FileManager.default.createDirectory(
          atPath: Disk.folder(of: kept), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: file.path, toPath: kept)
      }
      try FileManager.default.createDirectory(
        atPath: Disk.folder(of: file.path), withIntermediateDirectories: true)
      let part = file.path + ".part"
      unlink(part)
      try Disk.write(file.bytes, to: part, mode: 0o644, owner: (getuid(), getgid()))
      try Disk.finish(part, as: file.path)
    }
  }

  /// The time for a folder's name, as UTC: `20261122T143055Z`.
  private static var stamp: String {
    var (now, parts) = (time(nil), tm())
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y%m%dT%H%M%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
