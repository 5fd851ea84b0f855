// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Glibc

/// Standard output and standard error, by whole buffers.
enum Output {
  /// Prints text to standard output.
  ///
  /// A closed pipe ends the program quietly, as it does other tools; an output that takes no more (a full
  /// disk) is told and ends it with 74, so that no script takes half a list for a whole one.
  static func write(_ bytes: [UInt8]) {
    let code = send(bytes, to: STDOUT_FILENO)
    guard code != 0 else { return }
    Pager.close()
    if code == EPIPE { exit(0) }
    complain(
      "cannot write to standard output: \(String(cString: strerror(code))); what was printed is not whole")
    exit(74)
  }

  static func line(_ text: String) { write(Array((text + "\n").utf8)) }

  /// One line on standard error.
  static func complain(_ text: String) {
    _ = send(Array("minutectl: \(Sanitised.text(text))\n".utf8), to: STDERR_FILENO)
  }

  /// Writes to standard error what is to be there as it is: the bar of an import.
  static func show(_ text: String) { _ = send(Array(text.utf8), to: STDERR_FILENO) }

  /// 0, or the error that kept it from being written whole.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + sent, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? EIO : errno }
      sent += count
    }
    return 0
  }
}
