// SPDX-License-Identifier: Apache-2.0

package import struct FoundationEssentials.Decimal

/// A JSON text in the making, for everything that programs print.
///
/// Keys come out sorted, numbers exact (Decimal), null is written; text is UTF-8, neither `\u…` nor `\/`.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Decimal)
  case string(String)
  case array([JSONValue])
  case object(Members)

  /// The members of an object, in the order of their keys.
  ///
  /// Not a dictionary: an object is written once and never asked, and hashing its keys took longer than writing it.
  package struct Members: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    fileprivate struct Member: Sendable, Hashable {
      let key: String
      let value: JSONValue
    }

    fileprivate let sorted: [Member]

    package init(_ members: some Sequence<(String, JSONValue)>) {
      sorted = members.map { Member(key: $0, value: $1) }.sorted { $0.key < $1.key }
    }

    package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

    /// The same with some more.
    package func with(_ more: Members) -> Members {
      Members((sorted + more.sorted).map { ($0.key, $0.value) })
    }

    /// The same with one more where there is a value: most documents have no pages.
    package func with(_ key: String, _ value: Int?) -> Members {
      guard let value else { return self }
      return Members(sorted.map { ($0.key, $0.value) } + [(key, .integer(value))])
    }
  }

  /// A share between 0 and 1 (a confidence, a similarity), rounded to `places` decimals.
  package static func share(_ value: Double, places: Int = 2) -> JSONValue {
    let scaled = (value * (places == 3 ? 1000 : 100)).rounded()
    let sign: FloatingPointSign = scaled < 0 ? .minus : .plus
    return .decimal(Decimal(sign: sign, exponent: -places, significand: Decimal(Int(abs(scaled)))))
  }

  package static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  package static func optional(_ value: Decimal?) -> JSONValue { value.map(JSONValue.decimal) ?? .null }

  package static func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }

  /// The text, on one line.
  ///
  /// Written here and not by JSONEncoder, which takes a tenth of the time of a whole `minutectl read`: most of that goes
  /// into finding conformances at run time.
  package func text() -> [UInt8] {
    var text: [UInt8] = []
    write(to: &text)
    return text
  }
}

extension JSONValue {
  private func write(to text: inout [UInt8]) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .decimal(let value): text += value.description.utf8
    case .string(let value): Self.write(value, to: &text)
    case .array(let items):
      Self.write(items, between: ("[", "]"), to: &text) { $0.write(to: &$1) }
    case .object(let members):
      Self.write(members.sorted, between: ("{", "}"), to: &text) { member, text in
        Self.write(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.write(to: &text)
      }
    }
  }

  /// Items with commas between, in a pair of brackets.
  private static func write<Item>(
    _ items: [Item], between brackets: (Unicode.Scalar, Unicode.Scalar), to text: inout [UInt8],
    _ body: (Item, inout [UInt8]) -> Void
  ) {
    text.append(UInt8(ascii: brackets.0))
    for (place, item) in items.enumerated() {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      body(item, &text)
    }
    text.append(UInt8(ascii: brackets.1))
  }

  /// A string in quotes: only the quote, the backslash, the newline and what a terminal must not be given are escaped.
  ///
  /// Names of files come from strangers: `a<U+202E>txt.exe` shows as “aexe.txt” where it is printed as it is.
  private static func write(_ string: String, to text: inout [UInt8]) {
    if Sanitised.mayHoldControls(string, lines: true) { return writeScalars(of: string, to: &text) }
    text.append(UInt8(ascii: "\""))
    // Run by run: what is escaped is rare.
    var rest = string.utf8[...]
    while let place = rest.firstIndex(where: isEscaped) {
      text += rest[..<place]
      let sign = rest[place] == UInt8(ascii: "\n") ? UInt8(ascii: "n") : rest[place]
      text += [UInt8(ascii: "\\"), sign]
      rest = rest[rest.index(after: place)...]
    }
    text += rest
    text.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\n")
  }

  /// As `write`, for a string in which something may have to be escaped as `\u202e`.
  private static func writeScalars(of string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)".utf8
      case "\n": text += "\\n".utf8
      case _ where Sanitised.isControl(scalar):
        let digits = String(scalar.value, radix: 16)
        text += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: text += String(scalar).utf8
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
