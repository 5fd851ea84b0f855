// SPDX-License-Identifier: Apache-2.0

internal import CSystemd
internal import Glibc

/// What the daemon tells systemd about itself; without systemd it tells nobody.
enum ServiceManager {
  static func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }

  static func status(_ text: String) { send("STATUS=\(text)") }

  /// Says within a long turn of the loop that it goes on, which the loop says between two by itself.
  static func alive() { send("WATCHDOG=1") }

  static func stopping() { send("STOPPING=1\nSTATUS=stopping") }

  /// Begins a reload; `ready` ends it.
  static func reloading() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    send("RELOADING=1\nMONOTONIC_USEC=\(UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000)")
  }

  private static func send(_ state: String) { sd_notify(0, state) }
}
