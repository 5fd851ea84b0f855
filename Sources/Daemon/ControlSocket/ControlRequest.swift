// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// One line that a client sends: a verb, and members that are texts or lists of texts.
///
/// Example: `{"verb":"import","name":"2023/2023-02-21-shenzhen.txt","provenance":"paraphrase"}`, with the
/// file's descriptor; `{"verb":"import-end"}` asks for it all to be read and compared.
struct ControlRequest: Decodable {
  private enum Member: Decodable {
    case text(String)
    case texts([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .texts(try container.decode([String].self))
      }
    }
  }

  /// What people write for others to read; it is kept in one line.
  private static let written = ["reason", "from", "to"]

  let verb: String
  private let members: [String: Member]
  /// What of it was written longer than is taken, by its member's name; nil where nothing was.
  let overlong: String?

  init(from decoder: any Decoder) throws {
    var members = try decoder.singleValueContainer().decode([String: Member].self)
    var overlong: String?
    for name in Self.written {
      guard case .text(let text)? = members[name] else { continue }
      if WrittenLine.isTooLong(text) { overlong = name }
      members[name] = .text(WrittenLine.text(text))
    }
    (self.members, self.overlong) = (members, overlong)
    guard case .text(let verb)? = members["verb"] else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no verb"))
    }
    self.verb = verb
  }

  /// A member's text; nil where it is missing, empty, or a list.
  func text(_ name: String) -> String? {
    guard case .text(let text)? = members[name], !text.isEmpty else { return nil }
    return text
  }

  /// A member's list of texts; a single text is a list of one.
  func texts(_ name: String) -> [String] {
    switch members[name] {
    case .text(let text): [text]
    case .texts(let texts): texts
    case nil: []
    }
  }

  /// All members but the verb that are one text, as an edit keeps them; in which language it was asked is
  /// nothing that was changed.
  var content: [String: String] {
    var content: [String: String] = [:]
    for (name, member) in members where !["verb", "reason", "language"].contains(name) {
      if case .text(let text) = member { content[name] = text }
    }
    return content
  }
}
