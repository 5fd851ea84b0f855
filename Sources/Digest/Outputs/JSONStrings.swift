// SPDX-License-Identifier: Apache-2.0

/// The strings of a JSON array of nothing but strings, as `JSONValue.strings` writes them.
///
/// A digest waits for its hundred entries to be taken from the outbox, and JSONDecoder takes longer for them
/// than the journal.
package struct JSONStrings {
  private let bytes: [UInt8]
  private var place = 0

  /// The strings in order, or nil where the bytes are anything else.
  package static func all(in bytes: [UInt8]) -> [String]? {
    var reader = JSONStrings(bytes: bytes)
    return reader.all()
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func all() -> [String]? {
    guard take("[") else { return nil }
    var strings: [String] = []
    if !take("]") {
      repeat {
        guard let string = string() else { return nil }
        strings.append(string)
      } while take(",")
      guard take("]") else { return nil }
    }
    return place == bytes.count ? strings : nil
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while let end = bytes[place...].firstIndex(where: Self.endsRun) {
      if text.isEmpty, bytes[end] == UInt8(ascii: "\"") {
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
      }
      text += bytes[place..<end]
      place = end
      if take("\"") { return String(decoding: text, as: UTF8.self) }
      guard let escaped = escaped() else { return nil }
      text += escaped.utf8
    }
    return nil
  }

  private static func endsRun(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// What a backslash and the signs behind it stand for.
  private mutating func escaped() -> String? {
    guard place + 1 < bytes.count else { return nil }
    let sign = Unicode.Scalar(bytes[place + 1])
    place += 2
    guard sign == "u" else { return Self.signs[sign] }
    guard place + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
    place += 4
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private static let signs: [Unicode.Scalar: String] = [
    "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
  ]
}
