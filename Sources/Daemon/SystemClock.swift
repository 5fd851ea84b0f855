// SPDX-License-Identifier: Apache-2.0

internal import CSystemd
internal import Glibc

/// The wall clock, for display and for the journal's own stamps only: nothing is ever decided by it.
enum SystemClock {
  /// Microseconds since 1970.
  static var microseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UInt64(max(0, time.tv_sec)) * 1_000_000 + UInt64(max(0, time.tv_nsec)) / 1000
  }
}
