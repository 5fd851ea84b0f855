// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Standard error, which systemd takes to the journal: for what happens before or beside the outbox.
enum StandardError {
  /// Writes one line; where systemd listens it has the priority of an error.
  static func line(_ text: String) {
    let level = getenv("JOURNAL_STREAM") == nil ? "" : "<3>"
    let line = Array("\(level)minuted: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
