// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc

/// Gives back what only the start needed.
///
/// Loading lexicons, opening the archive and linking touch most of the program and its libraries once; their
/// code and constants then stay in the daemon's memory for as long as nobody else wants them. Dropped, those
/// that the loop uses come back from the page cache by themselves.
enum Memory {
  static func release() {
    minuted_trim_heap()
    minuted_each_constant_segment { start, length in
      guard let start else { return }
      let address = UInt(bitPattern: start)
      let page = address % UInt(sysconf(Int32(_SC_PAGESIZE)))
      madvise(start - Int(page), length + Int(page), Int32(MADV_DONTNEED))
    }
  }
}
