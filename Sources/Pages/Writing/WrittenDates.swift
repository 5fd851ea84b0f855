// SPDX-License-Identifier: Apache-2.0

/// Where days are written in a text: 2025-02-13 or 2025-02-13 08:30, but not in a file's name such as
/// `2025-02-13-shenzhen.txt`.
enum WrittenDates {
  /// d for a digit, everything else for itself; a day with the time of day first.
  private static let forms = ["dddd-dd-dd dd:dd", "dddd-dd-dd"].map { Array($0.utf8) }

  /// The places of the days, from left to right.
  static func places(in text: String) -> [Range<String.Index>] {
    let bytes = text.utf8
    var (found, place) = ([Range<String.Index>](), bytes.startIndex)
    while let first = bytes[place...].firstIndex(where: isDigit) {
      if isApart(bytes[..<first].last), let end = end(of: bytes[first...]) {
        found.append(first..<end)
        place = end
      } else {
        place = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.endIndex
      }
    }
    return found
  }

  private static func end(of bytes: Substring.UTF8View) -> String.Index? {
    forms.lazy.compactMap { form -> String.Index? in
      let start = bytes.prefix(form.count)
      let fits = zip(start, form).allSatisfy { $1 == UInt8(ascii: "d") ? isDigit($0) : $0 == $1 }
      let isWhole = fits && start.count == form.count && isApart(bytes[start.endIndex...].first)
      return isWhole ? start.endIndex : nil
    }.first
  }

  /// True for what may stand beside a day; Chinese characters may.
  private static func isApart(_ byte: UInt8?) -> Bool {
    guard let byte, byte < 0x80 else { return true }
    let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    return !isLetter && !isDigit(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
