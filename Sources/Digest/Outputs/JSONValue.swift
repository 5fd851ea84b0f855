// SPDX-License-Identifier: Apache-2.0

package import FoundationEssentials

/// A JSON text in the making, for everything that programs print.
///
/// Keys come out sorted, numbers exact (Decimal), null is written; text is UTF-8, neither `\u…` nor `\/`.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Decimal)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A share between 0 and 1 (a confidence, a similarity), rounded to `places` decimals.
  package static func share(_ value: Double, places: Int = 2) -> JSONValue {
    let scaled = (value * (places == 3 ? 1000 : 100)).rounded()
    let sign: FloatingPointSign = scaled < 0 ? .minus : .plus
    return .decimal(Decimal(sign: sign, exponent: -places, significand: Decimal(Int(abs(scaled)))))
  }

  package static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  package static func optional(_ value: Decimal?) -> JSONValue { value.map(JSONValue.decimal) ?? .null }

  package static func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }

  /// The text on one line, or indented for people.
  package func text(pretty: Bool = false) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    // Encoding can fail for NaN only, which Decimals made from digits never are.
    return (try? encoder.encode(self)).map { [UInt8]($0) } ?? Array("null".utf8)
  }
}

extension JSONValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in members { try container.encode(value, forKey: Key(stringValue: key)) }
    case .array(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    default:
      var container = encoder.singleValueContainer()
      try encodeScalar(into: &container)
    }
  }

  private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .decimal(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .null, .array, .object: try container.encodeNil()
    }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
