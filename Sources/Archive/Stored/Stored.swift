// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// A value with a form in the archive's columns.
///
/// Keys are set and read in ascending order; a test holds that each stored property has its key.
protocol Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure)
  func write(to json: inout JSONWriter)
}

extension Stored where Self: RawRepresentable, RawValue == String {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    guard let value = Self(rawValue: try json.string()) else { throw json.failure("\(Self.self)") }
    self = value
  }

  func write(to json: inout JSONWriter) { json.string(rawValue) }
}

extension String: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) { self = try json.string() }

  func write(to json: inout JSONWriter) { json.string(self) }
}

extension Bool: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    self = try json.literal().elementsEqual("true".utf8)
  }

  func write(to json: inout JSONWriter) { json.write(self ? "true" : "false") }
}

extension Int: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    guard let value = Int(plain: try json.literal()) else { throw json.failure("whole number") }
    self = value
  }

  func write(to json: inout JSONWriter) { json.write(String(self)) }

  /// The number of at most eighteen digits with a sign or none, which cannot overflow.
  fileprivate init?(plain text: ArraySlice<UInt8>) {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self = isNegative ? -value : value
  }
}

extension Double: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    let text = try json.literal()
    if let whole = Int(plain: text) {
      self.init(whole)
    } else {
      guard let value = Double(String(decoding: text, as: UTF8.self)) else { throw json.failure("number") }
      self = value
    }
  }

  func write(to json: inout JSONWriter) {
    let text = description
    json.write(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

extension Decimal: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    let text = try json.literal()
    if let whole = Int(plain: text) {
      self.init(whole)
    } else {
      let value = Decimal(string: String(decoding: text, as: UTF8.self))
      guard let value else { throw json.failure("number") }
      self = value
    }
  }

  func write(to json: inout JSONWriter) { json.write(description) }
}

extension Array: Stored where Element: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    self = []
    try json.expect("[")
    if json.take("]") { return }
    repeat { append(try Element(&json)) } while json.take(",")
    try json.expect("]")
  }

  func write(to json: inout JSONWriter) { json.array(self) }
}
