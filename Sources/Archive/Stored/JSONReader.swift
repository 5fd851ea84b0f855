// SPDX-License-Identifier: Apache-2.0

/// Reads the JSON of the archive's columns, as `JSONWriter` wrote it: keys ascending, no blanks, what is
/// absent left out.
///
/// A digest reads thirty meetings, and JSONDecoder, which looks every key up and every type's conformance
/// too, took longer for them than all that is told of them. Here a value is read in one pass, key after key
/// in the order in which they stand; a key that is not asked for is skipped, so that what another version
/// wrote can be read.
struct JSONReader {
  /// The bytes are not what was expected: the column is damaged, or not ours.
  struct Failure: Error, Hashable, CustomStringConvertible {
    var expected: String
    /// In bytes from the beginning of the text.
    var place: Int

    var description: String { "no \(expected) at byte \(place) of a kept value" }
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  func failure(_ expected: String) -> Failure { Failure(expected: expected, place: place) }

  /// Goes past this character, if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    guard take(character) else { throw failure("\(character)") }
  }

  /// Ends an object; keys after the last that was asked for are skipped.
  mutating func end() throws(Failure) {
    while !take("}") {
      _ = take(",")
      try skipMember()
    }
  }

  /// The value of a key that must be there.
  mutating func value<Value: Stored>(_ key: StaticString) throws(Failure) -> Value {
    guard try find(key) else { throw failure("key \(key)") }
    return try Value(&self)
  }

  /// The value of a key, or nil where it is left out.
  mutating func optional<Value: Stored>(_ key: StaticString) throws(Failure) -> Value? {
    try find(key) ? try Value(&self) : nil
  }
}

extension JSONReader {
  /// Goes to the value of a key; false where the next key lies behind it or the object ends.
  private mutating func find(_ key: StaticString) throws(Failure) -> Bool {
    while true {
      let start = place
      _ = take(",")
      guard take("\"") else {
        place = start
        return false
      }
      switch order(of: key) {
      case 0:
        place += key.utf8CodeUnitCount
        try expect("\"")
        try expect(":")
        return true
      case 1...:
        place = start
        return false
      default:
        place -= 1
        try skipMember()
      }
    }
  }

  /// How the key at hand stands to the one that is looked for: 0 is the same, 1 comes after it, −1 before it.
  private func order(of key: StaticString) -> Int {
    key.withUTF8Buffer { wanted in
      for (offset, byte) in wanted.enumerated() {
        guard place + offset < bytes.count, bytes[place + offset] == byte else {
          return place + offset < bytes.count && bytes[place + offset] > byte ? 1 : -1
        }
      }
      let end = place + wanted.count
      return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? 0 : 1
    }
  }

  private mutating func skipMember() throws(Failure) {
    _ = try string()
    try expect(":")
    try skip()
  }

  /// Goes past a value of any kind.
  private mutating func skip() throws(Failure) {
    var depth = 0
    repeat {
      guard let byte = next else { throw failure("value") }
      switch byte {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        place += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): place += 1
      default: _ = try literal()
      }
    } while depth > 0
  }
}

extension JSONReader {
  /// A number, true, false or null, as it is written.
  mutating func literal() throws(Failure) -> ArraySlice<UInt8> {
    let start = place
    while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
      place += 1
    }
    guard place > start else { throw failure("value") }
    return bytes[start..<place]
  }

  /// A string, with its escapes resolved.
  mutating func string() throws(Failure) -> String {
    try expect("\"")
    let start = place
    let plain = bytes[start...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    guard let plain else { throw failure("\"") }
    place = plain
    if take("\"") { return String(decoding: bytes[start..<plain], as: UTF8.self) }
    var text = Array(bytes[start..<plain])
    while !take("\"") {
      guard let byte = next else { throw failure("\"") }
      place += 1
      if byte == UInt8(ascii: "\\") { try unescape(to: &text) } else { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands after a backslash.
  private mutating func unescape(to text: inout [UInt8]) throws(Failure) {
    guard let byte = next else { throw failure("escape") }
    place += 1
    switch byte {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += try unit().utf8
    default: text.append(byte)
    }
  }

  /// The character of four hex digits; only control characters are written so.
  private mutating func unit() throws(Failure) -> String {
    let end = min(place + 4, bytes.count)
    let digits = String(decoding: bytes[place..<end], as: UTF8.self)
    guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
      throw failure("character")
    }
    place = end
    return String(scalar)
  }
}
