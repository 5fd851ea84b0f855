// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import Testing

@Suite struct `A JSON value` {
  private func text(_ value: JSONValue) -> String { String(decoding: value.text(), as: UTF8.self) }

  @Test func `has sorted keys, exact numbers and null`() {
    let value = JSONValue.object([
      "b": .array([.integer(-3), .decimal(Decimal(24) / 10), .null]), "a": .bool(true),
      "é": .share(0.125, places: 3),
    ])
    #expect(text(value) == #"{"a":true,"b":[-3,2.4,null],"é":0.125}"#)
  }

  @Test func `writes amounts without exponents`() {
    #expect(text(.decimal(Decimal(sign: .plus, exponent: 8, significand: 4581))) == "458100000000")
    #expect(text(.decimal(Decimal(sign: .minus, exponent: -4, significand: 6667))) == "-0.6667")
  }

  @Test func `escapes what JSON must and leaves Chinese and slashes alone`() {
    #expect(text(.string("省/市“\"”\\\n\u{1}\u{1F}")) == #""省/市“\"”\\\n\u0001\u001f""#)
  }

  /// A file's name may hold what turns a terminal's line round: “a<U+202E>txt.exe” would show as “aexe.txt”.
  @Test func `escapes what moves a cursor or turns the reading order round`() {
    #expect(
      text(.string("a\u{202E}txt.exe\u{7F}\u{9B}\u{2028}“会”…")) == #""a\u202etxt.exe\u007f\u009b\u2028“会”…""#)
  }

  @Test func `is what a JSON parser reads back`() throws {
    let strings = ["", "\u{0}", "𠮷", "\"\\/\u{7F}\u{2028}", String(repeating: "民政", count: 1000)]
    let bytes = JSONValue.object(["s": .strings(strings)]).text()
    #expect(try JSONDecoder().decode([String: [String]].self, from: Data(bytes)) == ["s": strings])
  }
}
