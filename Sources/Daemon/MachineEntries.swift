// SPDX-License-Identifier: Apache-2.0

internal import CSystemd
internal import Digest
internal import Journal

/// Entries about the machine itself: started, reloaded, a folder that vanished, a disk that is full.
///
/// They carry the common fields and nothing of any document. Their ids are random, since the same thing may
/// be told many times.
final class MachineEntries {
  /// Names the rules in force; changes with a reload.
  var rules: String

  init(rules: String) { self.rules = rules }

  /// 32 hex digits that were never given before.
  func newIdentifier() -> String {
    var id = sd_id128_t()
    sd_id128_randomize(&id)
    return withUnsafeBytes(of: id) { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// An entry of `event`; `priority` is 6 for news, 4 for something degraded, 3 for something refused or
  /// missing.
  func entry(
    _ event: Event, _ message: String, priority: Int, _ fields: [String: String] = [:],
    identifier: String? = nil
  ) -> Entry {
    let id = "\(identifier ?? newIdentifier())-00"
    let common = [
      "MESSAGE": Sanitised.text(message, lines: true), "MESSAGE_ID": event.messageID,
      "PRIORITY": String(priority),
      "SYSLOG_IDENTIFIER": "minuted", "MINUTED_EVENT": event.rawValue, "MINUTED_ENTRY_ID": id,
      "MINUTED_RULES": rules,
    ]
    let all = common.merging(fields.mapValues { Sanitised.text($0) }) { first, _ in first }
    return Entry(id: id, fields: all.sorted { $0.key < $1.key }.map { Entry.Field($0.key, $0.value) })
  }

  /// Says, once it can be said, that the journal took or showed nothing for a while.
  func entry(missed obstacle: JournalObstacle) -> Entry {
    let why =
      switch obstacle {
      case .refused: "无人接收"
      case .stalled: "停滞"
      case .unreadable: "无权读取"
      case .notStored: "不保存"
      case .filtered: "不保存本服务的条目，或已满"
      }
    return entry(
      .journal, "系统日志曾不可用（\(why)），现已恢复；期间的条目已补写", priority: 4, ["MINUTED_REASON": obstacle.rawValue])
  }
}
