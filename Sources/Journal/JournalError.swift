// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// A call about the journal that failed, with its error number.
package struct JournalError: Error, Sendable, Hashable, CustomStringConvertible {
  package var call: String
  package var code: Int32

  package init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// Such as `sd_journal_open: Permission denied; minuted must be in the group systemd-journal`.
  package var description: String {
    let reason = "\(call): \(String(cString: strerror(code)))"
    guard code == EACCES || code == EPERM else { return reason }
    return reason + "; minuted must be in the group systemd-journal"
  }
}
