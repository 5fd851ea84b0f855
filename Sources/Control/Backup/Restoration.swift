// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import FoundationEssentials
internal import Glibc

/// Puts what a backup holds in the place of what a service keeps, which is set aside.
///
/// Originals are known by their hashes, so those of the backup are added to the ones that are there, which
/// serve both archives; then one name changes hands. Whatever breaks it off before that leaves the old state
/// whole and in force, and after it the new one; the same command does the rest, or all of it again.
struct Restoration {
  /// What is done, in this order.
  enum Step: CaseIterable {
    /// The backup's archive is written beside the one in force.
    case unpack
    /// Its originals are added to those that are there.
    case store
    /// The archive in force gets a second name, with all that stands in its log.
    case setAside
    /// The archive of the backup takes its place.
    case change
    /// Originals that the backup lacks are set aside too.
    case clear
  }

  /// The folders of the store and its files, as the daemon makes them.
  private static let (folderMode, fileMode): (mode_t, mode_t) = (0o750, 0o640)
  /// The archive's own file, beside which its log may lie.
  private static let archive = "archive.sqlite"

  /// Where what was there is in the end.
  let aside: String
  private let backup: Backup
  private let state: String
  private let owner: (uid_t, gid_t)
  private var fresh: String { state + "/restoring" }
  private var store: OriginalFolder { OriginalFolder(path: state + "/store") }

  /// Throws, with nothing touched, where the service runs, the folder is not there or the disk has no room.
  init(of backup: Backup, _ file: String, into state: String) throws(InputError) {
    var status = stat()
    guard stat(state, &status) == 0 else {
      throw InputError(
        path: state,
        Speech.say(
          "is not there; install minuted first, its package makes the folder",
          "不存在；请先安装 minuted，安装包会建立此目录"))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw InputError(
        path: state,
        Speech.say(
          "is no folder; give the one that the archive lies in, such as /var/lib/minuted",
          "不是目录；请给出档案库所在的目录，如 /var/lib/minuted"))
    }
    guard access(state, W_OK | X_OK) == 0 else { throw InputError(writing: state, code: errno) }
    (self.backup, self.state, owner) = (backup, state, (status.st_uid, status.st_gid))
    aside = Self.unused("\(state)/before-restore-\(Self.stamp)")
    try refuseRunning()
    try refuseWithoutRoom(for: file)
  }

  private func refuseRunning() throws(InputError) {
    let isOurs = state == Disk.folder(of: ArchiveOptions.usual)
    if isOurs, case .absent = Service.ask() {} else if isOurs { throw running }
    if MeetingArchive.isHeld(path: "\(state)/\(Self.archive)") { throw running }
  }

  private var running: InputError {
    InputError(
      path: state,
      Speech.say(
        "is in use; stop the service first: systemctl stop minuted",
        "正在使用；请先停止服务：systemctl stop minuted"))
  }

  /// The copy of the whole, the archive alone and the originals are there at the same time; these on a disk
  /// of their own, perhaps.
  private func refuseWithoutRoom(for file: String) throws(InputError) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw InputError(path: file, code: errno) }
    let size = UInt64(max(0, status.st_size))
    for (path, wanted) in [(state, size * 3), (store.path, size)] where access(path, F_OK) == 0 {
      let room = try Disk.room(at: path)
      guard room >= wanted else {
        throw InputError(
          path: path,
          Speech.say(
            "has room for \(room >> 20) MB and needs \(wanted >> 20) MB; make space, nothing was touched",
            "剩余空间 \(room >> 20) MB，需要 \(wanted >> 20) MB；请腾出空间，什么也没有改动"))
      }
    }
  }

  /// Restores the archive and the originals, telling how many of these are done.
  func run(_ progress: (Int) -> Void) throws {
    for step in Step.allCases { try perform(step, progress) }
  }

  /// True where the archive of the backup is not, or not yet, in force.
  var isUndone: Bool { access("\(fresh)/\(Self.archive)", F_OK) == 0 || access(aside, F_OK) != 0 }

  /// Does one step, after those before it.
  func perform(_ step: Step, _ progress: (Int) -> Void = { _ in }) throws {
    switch step {
    case .unpack: try unpack()
    case .store: try addOriginals(progress)
    case .setAside: try setAside()
    case .change: try change()
    case .clear: try clear()
    }
  }

  private func unpack() throws {
    try makeFresh()
    let archive = "\(fresh)/\(Self.archive)"
    try backup.unpack(to: archive, now: Moment.now)
    guard chmod(archive, Self.fileMode) == 0, chown(archive, owner.0, owner.1) == 0 else {
      throw InputError(writing: archive, code: errno)
    }
  }

  /// Makes the folder with an empty file for the archive in it, both at once: a folder without one would say
  /// that the archive of the backup has left it and is in force.
  private func makeFresh() throws(InputError) {
    let part = fresh + Self.part
    try? FileManager.default.removeItem(atPath: part)
    // One that was left is taken away at once, too, and not file by file.
    if rename(fresh, part) == 0 { try? FileManager.default.removeItem(atPath: part) }
    try Disk.makeFolder(part, mode: Self.folderMode, owner: owner)
    try Disk.makeEmpty("\(part)/\(Self.archive)", for: fresh)
    guard rename(part, fresh) == 0 else { throw InputError(writing: fresh, code: errno) }
  }

  private func addOriginals(_ progress: (Int) -> Void) throws {
    try Disk.makeFolder(store.path, mode: Self.folderMode, owner: owner)
    var done = 0
    try backup.eachOriginal { sha256, bytes in
      let place = store.place(of: sha256)
      if store.bytes(of: sha256) != bytes { try add(bytes, at: place) }
      done += 1
      progress(done)
    }
    try Disk.syncAll(of: store.path)
    try Disk.syncAll(of: state)
  }

  private func add(_ bytes: [UInt8], at place: String) throws(InputError) {
    let folder = Disk.folder(of: place)
    try Disk.makeFolder(folder, mode: Self.folderMode, owner: owner)
    var status = stat()
    // The service's own user must not be able to have root write anywhere else.
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw InputError(writing: place, code: ENOTDIR)
    }
    unlink(place + Self.part)
    try Disk.write(bytes, to: place + Self.part, mode: Self.fileMode, owner: owner)
    guard rename(place + Self.part, place) == 0 else { throw InputError(writing: place, code: errno) }
  }

  private static let part = ".part"

  /// With the log taken in, the one file is the whole archive, whichever name is changed first.
  private func setAside() throws {
    let archive = "\(state)/\(Self.archive)"
    try MeetingArchive.foldLog(path: archive)
    try Disk.makeFolder(aside, mode: Self.folderMode, owner: owner)
    // There still is a log where no archive can be read: then both are looked at elsewhere.
    for suffix in ["", "-wal"] where link(archive + suffix, "\(aside)/\(Self.archive)\(suffix)") != 0 {
      guard errno == ENOENT else {
        throw InputError(writing: "\(aside)/\(Self.archive)\(suffix)", code: errno)
      }
    }
    // Pages are written anew: another archive has other digests under their numbers.
    unlink("\(state)/reports/.progress")
    try Disk.syncAll(of: state)
  }

  private func change() throws(InputError) {
    let archive = "\(state)/\(Self.archive)"
    for suffix in ["-wal", "-shm"] { unlink(archive + suffix) }
    guard rename("\(fresh)/\(Self.archive)", archive) == 0 else {
      throw InputError(writing: archive, code: errno)
    }
    try Disk.syncAll(of: state)
  }

  /// What only the archive set aside knows goes where that is; on a disk of its own the store keeps it.
  private func clear() throws {
    let known = try backup.originalHashes()
    for folder in try FileManager.default.contentsOfDirectory(atPath: store.path).sorted() {
      let path = "\(store.path)/\(folder)"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      where !known.contains(name) {
        if name.hasSuffix(Self.part) { unlink("\(path)/\(name)") }
        guard name.utf8.count == 64 else { continue }
        try Disk.makeFolder("\(aside)/store", mode: Self.folderMode, owner: owner)
        try Disk.makeFolder("\(aside)/store/\(folder)", mode: Self.folderMode, owner: owner)
        if rename("\(path)/\(name)", "\(aside)/store/\(folder)/\(name)") != 0, errno != EXDEV {
          throw InputError(writing: "\(aside)/store/\(folder)/\(name)", code: errno)
        }
      }
    }
    try? FileManager.default.removeItem(atPath: fresh)
    try Disk.syncAll(of: state)
  }

  // MARK: - Configuration

  /// The files of the configuration that are otherwise here, or not there.
  func differingConfiguration() throws -> [CarriedFile] {
    try backup.configuration().filter { (try? InputFile(path: $0.path).bytes()) != $0.bytes }
  }

  /// Puts files of the configuration back; those that were there are set aside.
  ///
  /// A backup may come from anywhere, and this is done by root: see `ConfigurationPlace`.
  func lay(_ files: [CarriedFile]) throws {
    for file in files {
      let kept = "\(aside)/configuration\(file.path)"
      if access(file.path, F_OK) == 0 {
        try writing(kept) { files in
          try files.createDirectory(atPath: Disk.folder(of: kept), withIntermediateDirectories: true)
          try files.copyItem(atPath: file.path, toPath: kept)
        }
      }
      try writing(file.path) { files in
        try files.createDirectory(atPath: Disk.folder(of: file.path), withIntermediateDirectories: true)
      }
      let part = file.path + ".part"
      unlink(part)
      try Disk.write(file.bytes, to: part, mode: 0o644, owner: (getuid(), getgid()))
      try Disk.finish(part, as: file.path)
    }
  }

  /// Says in our words which file Foundation could not write.
  private func writing(_ path: String, _ body: (FileManager) throws -> Void) throws(InputError) {
    do { try body(.default) } catch {
      let cause = (error as? CocoaError)?.underlying as? POSIXError
      throw InputError(writing: path, code: cause?.code.rawValue ?? EIO)
    }
  }

  /// A name that nothing has: one that was broken off may have begun in the same second.
  private static func unused(_ name: String) -> String {
    let names = [name] + (2...99).map { "\(name)-\($0)" }
    return names.first { access($0, F_OK) != 0 } ?? name
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
