// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Glibc

/// Standard output and standard error, by whole buffers.
enum Output {
  /// Prints text to standard output; a closed pipe ends the program quietly, as it does for other tools.
  static func write(_ bytes: [UInt8]) { send(bytes, to: STDOUT_FILENO) }

  static func line(_ text: String) { write(Array((text + "\n").utf8)) }

  /// One line on standard error.
  static func complain(_ text: String) { send(Array("minutectl: \(Sanitised.text(text))\n".utf8), to: STDERR_FILENO) }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, bytes.count - sent) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      sent += count
    }
  }
}
