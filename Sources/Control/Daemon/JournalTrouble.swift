// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension DaemonState {
  /// What is wrong with the journal and what to do; nil while all is well.
  var journalTrouble: Saying? {
    journal.map { Saying($0, Self.chinese[journalReason ?? ""] ?? $0) }
  }

  private static let chinese = [
    "refused": "没有进程接收；见 systemctl status systemd-journald.socket",
    "stalled": "写入没有回音；见 systemctl status systemd-journald",
    "unreadable": "无权读回；minuted 须在 systemd-journal 组",
    "not-stored": "不留存；把 journald.conf 的 Storage= 设为 persistent、volatile 或 auto",
    "filtered": "条目没有留下；见 journald 的 MaxLevelStore=、Storage=、磁盘余量，以及单元的 LogLevelMax=、LogFilterPatterns=",
  ]
}
