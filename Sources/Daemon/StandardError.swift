// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Standard error, which systemd takes to the journal: for what happens before or beside the outbox.
enum StandardError {
  static func line(_ text: String) {
    let line = Array("minuted: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
