// SPDX-License-Identifier: Apache-2.0

/// What the bytes alone say for each charset: the share of what they would decode to that is common in real
/// text.
///
/// The national standards order their characters by use: level 1 of GB 2312 (leads B0–D7) is the 3,755 common
/// simplified characters, level 1 of Big5 (leads A4–C6) the 5,401 common traditional ones. Running text is
/// level 1 or a mark in 19 of 20 characters; read in the wrong charset it falls all over the table. So no
/// list of characters is needed.
///
/// Counter-example: 民政 in GB 2312 (C3F1 D5FE) is also two valid codes of Big5; one word proves nothing, a
/// page does.
enum CharsetEvidence {
  /// The share of double bytes that are common, 0 to 1; errors count four times, because true text has hardly
  /// any.
  private struct Tally {
    var common = 0
    var pairs = 0
    var errors = 0

    var score: Double { pairs == 0 ? 0 : Double(common) / Double(pairs + 4 * errors) }
  }

  /// As much of a document as is looked at: 256 KiB.
  private static let sample = 256 << 10

  /// How well the bytes read as GB18030 (with GBK and GB 2312 in it), 0 to 1.
  static func gb18030(_ bytes: [UInt8]) -> Double {
    tally(bytes) { lead, trail in
      switch (lead, trail) {
      case (0xB0...0xD7, 0xA1...0xFE), (0xA1...0xA9, 0xA1...0xFE): true
      case (0x81...0xFE, 0x30...0x39), (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): false
      default: nil
      }
    }.score
  }

  /// How well the bytes read as Big5, 0 to 1.
  static func big5(_ bytes: [UInt8]) -> Double {
    tally(bytes) { lead, trail in
      switch (lead, trail) {
      case (0xA1...0xC6, 0x40...0x7E), (0xA1...0xC6, 0xA1...0xFE): true
      case (0xC9...0xF9, 0x40...0x7E), (0xC9...0xF9, 0xA1...0xFE): false
      default: nil
      }
    }.score
  }

  /// How well the bytes read as UTF-16 in this order: the share of code units that are Han, marks or ASCII, 0
  /// to 1.
  static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> Double {
    let count = min(bytes.count, sample) / 2
    guard count > 0 else { return 0 }
    let plausible = (0..<count).count { at in
      let (a, b) = (UInt16(bytes[2 * at]), UInt16(bytes[2 * at + 1]))
      return isPlausible(bigEndian ? a << 8 | b : b << 8 | a)
    }
    return Double(plausible) / Double(count)
  }

  /// How well the bytes read as UTF-32 in this order, 0 to 1.
  static func utf32(_ bytes: [UInt8], bigEndian: Bool) -> Double {
    let count = min(bytes.count, sample) / 4
    guard count > 0 else { return 0 }
    let high = bigEndian ? 0 : 2
    let plausible = (0..<count).count { at in
      let (unit, low) = (4 * at + high, 4 * at + 2 - high)
      let (top, bottom) = bigEndian ? (bytes[low], bytes[low + 1]) : (bytes[low + 1], bytes[low])
      return bytes[unit] == 0 && bytes[unit + 1] == 0 && isPlausible(UInt16(top) << 8 | UInt16(bottom))
    }
    return Double(plausible) / Double(count)
  }

  /// True for Han, marks and ASCII.
  private static func isPlausible(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E00...0x9FA5, 0x3000...0x303F, 0xFF01...0xFF5E, 0x2010...0x2027, 0x20...0x7E, 9, 10, 13, 0xFEFF:
      true
    default: false
    }
  }

  /// The share of bytes that are printable ASCII or white space, 0 to 1.
  static func ascii(_ bytes: [UInt8]) -> Double {
    let plain = bytes.prefix(sample).count { $0 >= 0x20 && $0 < 0x7F || $0 == 9 || $0 == 10 || $0 == 13 }
    return Double(plain) / Double(max(1, min(bytes.count, sample)))
  }

  /// True where control characters stand that no text has.
  static func hasControls(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes.prefix(sample) where byte < 0x20 || byte == 0x7F {
      if !(9...13).contains(byte), byte != 0x1B { controls += 1 }
    }
    return controls * 50 > min(bytes.count, sample)
  }

  /// Walks the double bytes; `isCommon` answers nil for a pair that the charset has not.
  private static func tally(_ bytes: [UInt8], isCommon: (UInt8, UInt8) -> Bool?) -> Tally {
    var tally = Tally()
    var at = 0
    let end = min(bytes.count, sample)
    while at < end {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      // The last byte of the sample may be half a pair.
      guard at + 1 < end else { break }
      if let common = isCommon(bytes[at], bytes[at + 1]) {
        tally.pairs += 1
        tally.common += common ? 1 : 0
        at += 2
      } else {
        tally.errors += 1
        at += 1
      }
    }
    return tally
  }
}
