// SPDX-License-Identifier: Apache-2.0

/// The ways in which mail carries bytes through lines of ASCII (RFC 2045).
enum TransferEncoding {
  /// The bytes that were sent; an encoding that is not known carries them as they are.
  static func decoded(_ body: ArraySlice<UInt8>, by encoding: String?) -> [UInt8] {
    switch encoding {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Signs that are none are passed over, as line ends are; so several pieces in a row are read as one.
  static func base64(_ body: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in body {
      guard let value = value(of: byte) else {
        // The padding ends a group of four, whatever has come of it.
        if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }
        continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte - 65
    case 97...122: byte - 71
    case 48...57: byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// A sign of equality at a line's end joins it with the next.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(body.count)
    var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      let text = line.reversed().drop { $0 <= 0x20 }
      if text.first == UInt8(ascii: "=") {
        joined += text.dropFirst().reversed()
      } else {
        joined += text.reversed()
        if !lines.isEmpty { joined.append(0x0A) }
      }
    }
    return HexBytes.decoded(joined, after: UInt8(ascii: "="))
  }
}
