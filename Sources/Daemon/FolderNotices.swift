// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Inbox

/// What a drop folder tells the administrator, as entries: which folder, what happened, what to do.
///
/// A file that was given up is no matter of the folder but an outcome: see `Refusal`.
struct FolderNotices {
  let path: String
  let machine: MachineEntries

  func entries(_ notices: [FolderNotice]) -> [Entry] { notices.compactMap(entry) }

  private func entry(_ notice: FolderNotice) -> Entry? {
    switch notice {
    case .watching: nil
    case .missing(let code):
      tell(
        .folder, "收件目录打不开：\(InboxError(call: "open", path: path, code: code))；请建立目录或修正Folder=", 3, "missing")
    case .replaced: tell(.folder, "收件目录已被替换：现读\(path)处的新目录；若非本意，请检查挂载", 3, "replaced")
    case .notMounted: tell(.folder, "收件目录未挂载：\(path)；挂载后自动继续（RequireMountPoint=yes）", 3, "not-mounted")
    case .overflow: tell(.overflow, "内核事件队列溢出：已重新扫描\(path)，没有遗漏", 4, "overflow")
    case .polled(let kind): tell(.folder, "\(kind)文件系统不报告变化：改为定时查看\(path)", 4, "polled")
    case .unwatched(let name, let code):
      tell(
        .folder, "子目录不能监视：\(InboxError(call: "watch", path: "\(path)/\(name)", code: code))；改为定时查看", 4,
        "unwatched")
    case .notRegular(let name): tell(.folder, "不是普通文件，未读：\(path)/\(name)；请放入文件本身", 4, "not-regular")
    case .notEntered(let name): tell(.folder, "目录过深或在另一文件系统，未读：\(path)/\(name)；请移到上层目录", 4, "not-entered")
    case .givenUp: nil
    }
  }

  private func tell(_ event: Event, _ message: String, _ priority: Int, _ reason: String) -> Entry {
    machine.entry(event, message, priority: priority, ["MINUTED_REASON": reason])
  }
}
