// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Inbox
internal import Settings

/// Whether the disk of the archive has room: below `MinFree=` no file is taken, and all of them wait in the
/// folder.
final class DiskWatch {
  /// How long until it is asked again, in microseconds.
  static let pause: UInt64 = 10_000_000

  private let path: String
  private let minimum: Configuration.FreeSpace
  private(set) var hasRoom = true

  init(path: String, minimum: Configuration.FreeSpace) {
    self.path = path
    self.minimum = minimum
  }

  /// Looks, and gives an entry where the answer is another one than before.
  func change(_ machine: MachineEntries) -> Entry? {
    let had = hasRoom
    hasRoom = look()
    if had == hasRoom { return nil }
    return hasRoom
      ? machine.entry(.disk, "磁盘已有空间：继续收件", priority: 4, ["MINUTED_REASON": "free"])
      : machine.entry(
        .disk, "磁盘空间不足：\(path)所在磁盘低于MinFree=，暂停收件；文件留在收件目录，腾出空间后自动继续", priority: 3,
        ["MINUTED_REASON": "full"])
  }

  /// A disk that cannot be asked counts as one with room: what is wrong with it shows when something is
  /// written.
  private func look() -> Bool {
    guard let space = try? DiskSpace(of: path) else { return true }
    return !space.isLow(floor: UInt64(clamping: minimum.bytes), percent: minimum.percent)
  }
}
