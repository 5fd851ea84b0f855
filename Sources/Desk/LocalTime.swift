// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Times as a user of this machine writes them.
package enum LocalTime {
  /// A time in microseconds since 1970: 2024-03-01 08:00.
  package static func text(_ microseconds: Int64) -> String {
    var clock = time_t(microseconds / 1_000_000)
    var parts = tm()
    localtime_r(&clock, &parts)
    var room = [CChar](repeating: 0, count: 32)
    let length = strftime(&room, room.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: room.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
