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
    let hint =
      code == EACCES ? "make it readable: chmod a+r, or ask its owner" : "check the name and try again"
    self.init(path: path, "\(reason); \(hint)")
  }

  /// What the system says about a file that was to be written, as `errno`: what to do is another matter than
  /// for one that was to be read.
  init(writing path: String, code: Int32) {
    let hint =
      switch code {
      case EACCES, EPERM: "run it with sudo, or name another place"
      case ENOENT: "make its folder first: mkdir -p \(Disk.folder(of: path))"
      case ENOTDIR: "what stands for its folder is none; name another place"
      case EISDIR: "name a file in that folder"
      case ENOSPC, EDQUOT: "make space there, or name a place on another disk"
      case EROFS: "that disk may only be read; name a place on another one"
      case ENAMETOOLONG, ELOOP: "give another name"
      default: "look at the health of that disk"
      }
    self.init(path: path, "cannot be written: \(String(cString: strerror(code))); \(hint)")
  }

  var description: String { "\(path): \(problem)" }
}
