// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Inbox

/// A file that is refused unread, in the state it was seen in.
///
/// It gets its row in the ledger like any other, so that no later scan reports it again; a change of the file
/// makes a new arrival of it.
struct Refusal {
  var file: ArrivedFile
  var error: DocumentError
}

extension DocumentError {
  /// Larger than `MaxFileSize=`, both in bytes.
  static func tooLarge(_ size: Int64, limit: Int64) -> DocumentError {
    DocumentError(
      .tooLarge, "文件\(size)字节，超过MaxFileSize=\(limit)", hint: "请拆分，或调高MaxFileSize=后再放入")
  }

  /// The folder gave the file at this path up.
  static func givenUp(_ reason: Settling.Reason, path: String) -> DocumentError {
    switch reason {
    case .unreadable:
      DocumentError(.unreadable, "无法读取，多为没有权限", hint: "请执行 chmod g+r \(quoted(path))，改后自动再读")
    case .neverQuiet:
      DocumentError(.neverQuiet, "一直在改动", hint: "写完后再放入，或先用.part后缀，写完再改名")
    }
  }

  /// For a shell, whatever the dropper called the file.
  private static func quoted(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
