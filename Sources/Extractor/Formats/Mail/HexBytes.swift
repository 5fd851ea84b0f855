// SPDX-License-Identifier: Apache-2.0

/// Bytes written as a sign and two hexadecimal digits: %E6 in names, =E6 in quoted-printable.
enum HexBytes {
  /// The bytes with every such group replaced; a sign that begins none stays.
  static func decoded(_ bytes: some Collection<UInt8>, after sign: UInt8) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at != bytes.endIndex {
      let byte = bytes[at]
      bytes.formIndex(after: &at)
      let pair = bytes[at...].prefix(2)
      if byte == sign, pair.count == 2, let high = digit(pair.first), let low = digit(pair.dropFirst().first)
      {
        out.append(high << 4 | low)
        bytes.formIndex(&at, offsetBy: 2)
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case .some(let byte) where (48...57).contains(byte): byte - 48
    case .some(let byte) where (65...70).contains(byte): byte - 55
    case .some(let byte) where (97...102).contains(byte): byte - 87
    default: nil
    }
  }
}
