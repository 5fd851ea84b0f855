// SPDX-License-Identifier: Apache-2.0

/// The headers of a message or of one of its parts, unfolded; names in lower case.
struct MailHeaders {
  /// A page of headers is a lot, and what comes after the thousandth says nothing of the content.
  private static let most = 1_000

  private var fields: [String: [UInt8]] = [:]

  /// Takes the headers off the front of `rest`, with the empty line that ends them.
  init(takenFrom rest: inout ArraySlice<UInt8>) {
    var open: (name: String, value: [UInt8])?
    var count = 0
    while !rest.isEmpty {
      let line = Self.line(takenFrom: &rest)
      if line.isEmpty { break }
      if line[line.startIndex] == 0x20 || line[line.startIndex] == 0x09 {
        open?.value += line
        continue
      }
      keep(open.take())
      guard count < Self.most, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      count += 1
      open = (Self.lower(line[..<colon]), Array(line[(colon + 1)...]))
    }
    keep(open)
  }

  /// The value of a header as it stands, nil where there is none; of several the first.
  subscript(name: String) -> [UInt8]? { fields[name] }

  /// The value's first word in lower case: of `Text/HTML; charset=gbk` it is text/html.
  func word(_ name: String) -> String? {
    fields[name].map { Self.lower($0.prefix { $0 != UInt8(ascii: ";") }) }
  }

  /// A parameter of a header by RFC 2045 and 2231, decoded to bytes of whatever charset its writer used.
  ///
  /// Examples: `filename="报告.docx"`, `filename="=?gb2312?B?…?="`, `filename*=UTF-8''%E6%8A%A5.docx`, and the
  /// last in numbered pieces.
  func parameter(_ parameter: String, of name: String) -> [UInt8]? {
    let all = fields[name].map(Self.parameters) ?? [:]
    if let plain = all[parameter] { return EncodedWords.decoded(plain) }
    if let extended = all[parameter + "*"] { return Self.percentDecoded(extended, hasCharset: true) }
    var (joined, at) = ([UInt8](), 0)
    while at < Self.most, let piece = all["\(parameter)*\(at)"] ?? all["\(parameter)*\(at)*"] {
      let isCoded = all["\(parameter)*\(at)*"] != nil
      joined += isCoded ? Self.percentDecoded(piece, hasCharset: at == 0) : piece
      at += 1
    }
    return at > 0 ? EncodedWords.decoded(joined) : nil
  }

  private mutating func keep(_ field: (name: String, value: [UInt8])?) {
    guard let field, fields[field.name] == nil else { return }
    fields[field.name] = field.value
  }

  /// The first line, without its end.
  private static func line(takenFrom rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    let line = rest[..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    return line.last == 0x0D ? line.dropLast() : line
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 > 0x20 }.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// What follows the first semicolon, by names in lower case; a quoted value may hold semicolons.
  private static func parameters(_ value: [UInt8]) -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    var rest = value.drop { $0 != UInt8(ascii: ";") }.dropFirst()
    while let sign = rest.firstIndex(of: UInt8(ascii: "=")), all.count < most {
      let name = lower(rest[..<sign])
      rest = rest[(sign + 1)...].drop { $0 <= 0x20 }
      let value = rest.first == UInt8(ascii: "\"") ? quoted(&rest) : bare(&rest)
      if all[name] == nil { all[name] = value }
      rest = rest.drop { $0 != UInt8(ascii: ";") }.dropFirst()
    }
    return all
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var value: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      // A backslash may be half a character of GBK: it quotes only what needs it.
      let isQuote = byte == UInt8(ascii: "\\") && (rest.first == byte || rest.first == UInt8(ascii: "\""))
      value.append(isQuote ? rest.removeFirst() : byte)
    }
    return value
  }

  private static func bare(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let value = rest.prefix { $0 != UInt8(ascii: ";") }
    rest = rest[value.endIndex...]
    return Array(value.reversed().drop { $0 <= 0x20 }.reversed())
  }

  /// `%E6%8A%A5` as bytes; before them may stand charset and language, `UTF-8'zh'`.
  private static func percentDecoded(_ value: [UInt8], hasCharset: Bool) -> [UInt8] {
    var rest = value[...]
    if hasCharset, rest.count(where: { $0 == UInt8(ascii: "'") }) >= 2 {
      for _ in 0..<2 { rest = rest.drop { $0 != UInt8(ascii: "'") }.dropFirst() }
    }
    return HexBytes.decoded(rest, after: UInt8(ascii: "%"))
  }
}
