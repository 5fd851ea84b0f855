// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What keeps a benchmark from running.
package enum Complaint {
  /// Says it on standard error and ends the program with the code.
  package static func end(_ problem: String, code: Int32) -> Never {
    _ = "minuted: \(problem)\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(code)
  }
}
