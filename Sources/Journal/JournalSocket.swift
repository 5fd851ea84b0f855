// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CSystemd
internal import Glibc

/// The socket of systemd-journald, to which entries are sent.
///
/// A send blocks for as long as journald is stalled; `JournalWriter` gives it a thread of its own.
package struct JournalSocket: Sendable {
  private let path: String

  /// libsystemd always sends to the same path; `path` is only what is checked before.
  package init(path: String = "/run/systemd/journal/socket") {
    self.path = path
  }

  /// True where the socket exists.
  ///
  /// Asked before each send, because sd_journal_sendv returns 0 and loses the entry where the file is
  /// missing.
  package var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && minuted_is_socket(status.st_mode) != 0
  }

  /// Hands one entry to journald; blocks while journald does.
  package func send(_ entry: JournalEntry) -> SendOutcome {
    guard exists else { return .unavailable(ENOENT) }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for field in entry.fields {
      bytes += "\(field.name)=\(field.value)".utf8
      ends.append(bytes.count)
    }
    let result = bytes.withUnsafeMutableBytes { buffer in
      let starts = [0] + ends.dropLast()
      let vectors = zip(starts, ends).map { start, end in
        iovec(iov_base: buffer.baseAddress.map { $0 + start }, iov_len: end - start)
      }
      return sd_journal_sendv(vectors, Int32(clamping: vectors.count))
    }
    return SendOutcome(result: result)
  }
}
