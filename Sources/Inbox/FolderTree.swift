// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The drop folder's tree: watches its folders and lists its files.
///
/// Each folder is watched first and listed then, so that a file is in the list, or in an event, or in both.
struct FolderTree {
  /// What a listing found.
  struct Listing {
    var files: [(name: FileName, state: FileState)] = []
    var notices: [FolderNotice] = []
    /// True where a folder could not be watched or not be listed whole: it is to be looked at again soon.
    var hasUnwatched = false
  }

  /// As deep as sub-folders are entered.
  static let deepest = 8

  private let path: String
  private let isRecursive: Bool
  private let ignore: IgnoreList
  private let inotify: Inotify
  private var folders: [Int32: FileName] = [:]
  private var ancestors: Set<Int32> = []

  init(path: String, isRecursive: Bool, ignore: IgnoreList, inotify: Inotify) {
    self.path = path
    self.isRecursive = isRecursive
    self.ignore = ignore
    self.inotify = inotify
  }

  /// The folder that a watch belongs to; empty for the drop folder itself.
  func folder(of watch: Int32) -> FileName? { folders[watch] }

  mutating func lost(_ watch: Int32) { folders[watch] = nil }

  /// Watches and lists everything, and drops the watches of folders that are no longer in the tree.
  mutating func listAll() -> Listing {
    let before = folders
    folders = [:]
    let listing = list(FileName(bytes: []))
    let above = ancestors
    watchAncestors()
    for watch in above.union(before.keys).sorted() where folders[watch] == nil && !ancestors.contains(watch) {
      inotify.forget(watch)
    }
    return listing
  }

  /// Watches the folders above for their own renaming, with which this one goes away in silence.
  private mutating func watchAncestors() {
    ancestors = []
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      if let watch = inotify.watchItself("/" + parts.joined(separator: "/")) { ancestors.insert(watch) }
      parts.removeLast()
    }
  }

  /// Watches and lists one folder of the tree and what lies below it.
  mutating func list(_ folder: FileName) -> Listing {
    var listing = Listing()
    guard let root = FolderHandle(path: path) else { return listing }
    let device = root.device
    guard let handle = FolderHandle.open(path, folder.components[...]) else {
      listing.hasUnwatched = !Self.isAbsence(errno)
      return listing
    }
    walk(handle, folder, device, &listing)
    return listing
  }

  /// What stands under this name now.
  func look(_ name: FileName) -> Sighting {
    let components = name.components
    guard let last = components.last, !components.contains(where: ignore.ignores) else { return Sighting() }
    guard let folder = FolderHandle.open(path, components.dropLast()), let status = folder.status(of: last)
    else { return Sighting(isUnsure: !Self.isAbsence(errno)) }
    guard minuted_is_regular(status.st_mode) != 0 else {
      return Sighting(notice: minuted_is_directory(status.st_mode) != 0 ? nil : .notRegular(name))
    }
    return Sighting(state: FileState(status, in: folder.descriptor, named: last))
  }

  /// True for the errors that mean that nothing is there which is ours to read.
  private static func isAbsence(_ code: Int32) -> Bool {
    [ENOENT, ENOTDIR, ELOOP, EACCES, ESTALE].contains(code)
  }

  private mutating func walk(
    _ handle: borrowing FolderHandle, _ folder: FileName, _ device: UInt64, _ listing: inout Listing
  ) {
    if let watch = inotify.watch(handle.descriptor) {
      folders[watch] = folder
    } else {
      listing.notices.append(.unwatched(folder, errno))
      listing.hasUnwatched = true
    }
    guard let names = handle.names() else {
      listing.notices.append(.unwatched(folder, errno))
      listing.hasUnwatched = true
      return
    }
    for name in names where !ignore.ignores(name) {
      guard let status = handle.status(of: name) else {
        if !Self.isAbsence(errno) { listing.hasUnwatched = true }
        continue
      }
      let full = folder.appending(name)
      if minuted_is_directory(status.st_mode) != 0 {
        enter(handle, name, full, device, &listing)
      } else if minuted_is_regular(status.st_mode) != 0 {
        listing.files.append((full, FileState(status, in: handle.descriptor, named: name)))
      } else {
        listing.notices.append(.notRegular(full))
      }
    }
  }

  private mutating func enter(
    _ parent: borrowing FolderHandle, _ name: [UInt8], _ full: FileName, _ device: UInt64,
    _ listing: inout Listing
  ) {
    guard isRecursive else { return }
    guard let child = parent.folder(name) else {
      // Gone again is no news; without the right to enter, it is.
      if errno == EACCES { listing.notices.append(.unwatched(full, EACCES)) }
      if !Self.isAbsence(errno) { listing.hasUnwatched = true }
      return
    }
    guard full.depth < Self.deepest, child.device == device else {
      listing.notices.append(.notEntered(full))
      return
    }
    walk(child, full, device, &listing)
  }
}
