// SPDX-License-Identifier: Apache-2.0

/// HZ (RFC 1843), the Chinese of seven bits that old mail and newsgroups kept: `~{VPND~}` is 中文.
enum HZ {
  private static let escape = UInt8(ascii: "~")

  /// The bytes as GB 2312, or nil where they are no HZ: not all of them ASCII, or nothing Chinese between the
  /// marks.
  ///
  /// Counter-example: `~{x~}` in a text of programmers has no whole pairs, or pairs that mean nothing.
  static func gb2312(_ bytes: [UInt8]) -> [UInt8]? {
    // Most documents are told apart by their first bytes beyond ASCII, and cost no more.
    guard !bytes.prefix(4_096).contains(where: { $0 >= 0x80 }),
      bytes.firstRange(of: [escape, UInt8(ascii: "{")]) != nil
    else { return nil }
    var out: [UInt8] = []
    var (isChinese, at) = (false, 0)
    while at < bytes.count {
      let (byte, next) = (bytes[at], at + 1 < bytes.count ? bytes[at + 1] : 0)
      guard byte < 0x80 else { return nil }
      switch (byte, next) {
      case (escape, UInt8(ascii: "{")): (isChinese, at) = (true, at + 2)
      case (escape, UInt8(ascii: "}")): (isChinese, at) = (false, at + 2)
      case (escape, escape):
        out.append(escape)
        at += 2
      // A line end after the mark is for lines that were too long.
      case (escape, 0x0A): at += 2
      case (0x21...0x77, 0x21...0x7E) where isChinese:
        out += [byte | 0x80, next | 0x80]
        at += 2
      default:
        // A line end closes what was left open.
        if byte == 0x0A { isChinese = false }
        out.append(byte)
        at += 1
      }
    }
    return CharsetEvidence.gb18030(out) >= 0.8 ? out : nil
  }
}
