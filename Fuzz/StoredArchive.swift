// SPDX-License-Identifier: Apache-2.0

/// Makes a ZIP archive in which nothing is compressed and all sums are right.
enum StoredArchive {
  struct Part {
    var name: [UInt8]
    var content: [UInt8]
  }

  static func bytes(of parts: [Part]) -> [UInt8] {
    var (files, listing): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let name = Array(part.name.prefix(0xFFFF))
      let size = number(part.content.count, 4)
      // Version, flags (names are UTF-8), method, time, day, sum, both sizes, lengths of name and of nothing else.
      let common =
        number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x5821, 2)
        + number(Int(checksum(part.content)), 4) + size + size + number(name.count, 2) + number(0, 2)
      listing +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
        + number(0, 4)
        + number(files.count, 4) + name
      files += [0x50, 0x4B, 3, 4] + common + name + part.content
    }
    let count = number(parts.count, 2)
    return files + listing + [0x50, 0x4B, 5, 6] + number(0, 4) + count + count + number(listing.count, 4)
      + number(files.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32, as ZIP has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
  }
}
