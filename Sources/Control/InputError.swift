// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file whose bytes could not be had: which, what is wrong and what to do.
struct InputError: Error, CustomStringConvertible {
  let path: String
  private let problem: String

  /// `problem` follows the file's name, and ends in what to do.
  init(path: String, _ problem: String) { (self.path, self.problem) = (path, problem) }

  /// What the system says about the file, as `errno`.
  init(path: String, code: Int32) {
    let reason = String(cString: strerror(code))
    let hint = code == EACCES ? "make it readable: chmod a+r, or ask its owner" : "check the name and try again"
    self.init(path: path, "\(reason); \(hint)")
  }

  var description: String { "\(path): \(problem)" }
}
