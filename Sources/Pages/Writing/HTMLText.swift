// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// HTML in the making, in which nothing foreign can be markup.
///
/// Names of elements and attributes are literals of the program by their type; everything else is text, made
/// safe to show and escaped on its way in.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// Text, escaped.
  mutating func text(_ text: String) { Self.escape(text, into: &bytes) }

  /// An element with what `body` writes into it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLText) -> Void
  ) {
    void(name, attributes)
    body(&self)
    literal("</")
    literal(name)
    literal(">")
  }

  /// An element that holds nothing but text.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that has no end, such as meta.
  mutating func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    literal("<")
    literal(name)
    for (attribute, value) in attributes {
      literal(" ")
      literal(attribute)
      literal("=\"")
      text(value)
      literal("\"")
    }
    literal(">")
  }

  /// Text of the program itself, as it stands.
  mutating func literal(_ text: StaticString) { text.withUTF8Buffer { bytes += $0 } }

  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in Sanitised.text(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
