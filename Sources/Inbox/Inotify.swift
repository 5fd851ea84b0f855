// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The kernel's notices of changes in folders; the only file that knows inotify.
///
/// The queue holds 16,384 events by default; when it overflows, events are lost and `Event.overflow` says so.
/// mmap writes, truncate(2) and changes made on other machines of a network file system are never reported.
final class Inotify {
  struct Event: Hashable {
    enum Kind: Hashable {
      /// Closed after writing, or moved in: the file is complete.
      case complete
      /// Created: a link, or a file still to be written.
      case created
      /// Its attributes changed: it may have become readable.
      case appeared
      /// A folder was created or moved in.
      case folder
      /// The watched folder itself was removed, moved or unmounted.
      case lost
      /// The watch is gone; its number may be given out again.
      case ignored
      case overflow
    }

    var watch: Int32
    var kind: Kind
    var name: [UInt8]
  }

  let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
      | IN_EXCL_UNLINK)

  init() throws(InboxError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw InboxError(call: "inotify_init1", path: "", code: errno) }
  }

  deinit { close(descriptor) }

  /// Watches an open folder and returns the watch's number, or nil with errno.
  ///
  /// By its descriptor and not by its path, so that no link on the way can lead elsewhere. Watching a folder
  /// again gives the same number.
  func watch(_ folder: Int32) -> Int32? {
    let number = inotify_add_watch(descriptor, "/proc/self/fd/\(folder)", Self.mask)
    return number >= 0 ? number : nil
  }

  /// Watches a folder for its own removal and renaming alone, not for what happens in it; nil with errno.
  func watchItself(_ path: String) -> Int32? {
    let number = inotify_add_watch(descriptor, path, UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR))
    return number >= 0 ? number : nil
  }

  func forget(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

  /// What has happened since the last call, in the kernel's order, at most a buffer full.
  func read() -> [Event] {
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return [] }
    var events: [Event] = []
    buffer.withUnsafeBytes { raw in
      var at = 0
      while at + MemoryLayout<inotify_event>.size <= count {
        let head = raw.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
        at += MemoryLayout<inotify_event>.size
        let name = raw[at..<min(count, at + Int(head.len))].prefix { $0 != 0 }
        at += Int(head.len)
        events += Self.kinds(head.mask).map { Event(watch: head.wd, kind: $0, name: Array(name)) }
      }
    }
    return events
  }

  private static func kinds(_ mask: UInt32) -> [Event.Kind] {
    func has(_ flag: Int32) -> Bool { mask & UInt32(flag) != 0 }
    if has(IN_Q_OVERFLOW) { return [.overflow] }
    if has(IN_IGNORED) { return [.ignored] }
    if has(IN_DELETE_SELF) || has(IN_MOVE_SELF) || has(IN_UNMOUNT) { return [.lost] }
    if mask & UInt32(IN_ISDIR) != 0 { return has(IN_CREATE) || has(IN_MOVED_TO) ? [.folder] : [] }
    if has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) { return [.complete] }
    return has(IN_CREATE) ? [.created] : [.appeared]
  }
}
