// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Inbox
internal import Settings

/// Whether the disk of the archive has room: below `MinFree=`, and after a write that found no room, no file
/// is taken, and all of them wait in the folder.
///
/// A quota or a limit does not show in the disk's numbers, so a failed write closes the intake too: for a
/// while, then the next file tries it. Told is only the first failure, and the first success after it.
final class DiskWatch {
  /// How long until it is asked again, in microseconds.
  static let pause: UInt64 = 2_000_000

  private let path: String
  /// `MinFree=`, which a reload may change.
  var minimum: Configuration.FreeSpace
  private var hasSpace = true
  private var problem: String?
  private var retryAt: UInt64 = 0
  private var isTold = false

  init(path: String, minimum: Configuration.FreeSpace) {
    self.path = path
    self.minimum = minimum
  }

  /// False while files are to wait.
  var hasRoom: Bool { hasSpace && (problem == nil || EventLoop.now >= retryAt) }

  /// True from the first failure to the first success.
  var isFull: Bool { !hasSpace || problem != nil }

  /// A write found no room; true where that is news.
  @discardableResult func failed(_ problem: String) -> Bool {
    defer { self.problem = problem }
    retryAt = EventLoop.now + Self.pause
    return self.problem == nil
  }

  /// A turn of work went well: where it was not kept waiting, whatever was wrong is over.
  func worked() { if hasRoom { problem = nil } }

  /// Looks, and gives an entry where the answer is another one than was told.
  func change(_ machine: MachineEntries) -> Entry? {
    hasSpace = look()
    guard isFull != isTold else { return nil }
    isTold = isFull
    guard isFull else { return machine.entry(.disk, "磁盘已有空间：继续收件", priority: 4, ["MINUTED_REASON": "free"]) }
    let why = problem.map { "写入失败（\($0)）" } ?? "\(path)所在磁盘低于MinFree="
    let told = "磁盘空间不足：\(why)，暂停收件；文件留在收件目录，腾出空间后自动继续"
    return machine.entry(.disk, told, priority: 3, ["MINUTED_REASON": "full"])
  }

  /// A disk that cannot be asked counts as one with room: what is wrong with it shows when something is
  /// written.
  private func look() -> Bool {
    guard let space = try? DiskSpace(of: path) else { return true }
    return !space.isLow(floor: UInt64(clamping: minimum.bytes), percent: minimum.percent)
  }
}
