// SPDX-License-Identifier: Apache-2.0
internal import Extraction

/// What a message brings: what was written in it, and what hangs on it.
struct MailContents {
  /// Messages forwarded in messages, parts in parts: nobody nests deeper than by mischief.
  private static let deepest = 20

  /// A text with its message's subject, for a name.
  struct Body {
    var part: MailPart
    var subject: [UInt8]

    var isHTML: Bool { part.type == "text/html" }
  }

  private(set) var bodies: [Body] = []
  private(set) var attachments: [MailPart] = []
  private var budget: Int

  /// Throws `encrypted` where a key is needed, `tooLarge` beyond the limit on members.
  init(_ message: [UInt8], _ limits: ExtractionLimits) throws(Refusal) {
    budget = limits.members
    let message = MailPart(message: message)
    try add(message, of: Self.subject(message), depth: 0)
  }

  private mutating func add(_ part: MailPart, of subject: [UInt8], depth: Int) throws(Refusal) {
    budget -= 1
    guard budget >= 0, depth < Self.deepest else { throw Refusal(.tooLarge, "parts") }
    switch part.type {
    case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
      throw Refusal(.encrypted)
    case "multipart/alternative": try addBest(of: part.parts, subject, depth)
    case "multipart/related": try addRelated(part, subject, depth)
    case let type where type.hasPrefix("multipart/"):
      for inner in part.parts { try add(inner, of: subject, depth: depth + 1) }
    case "message/rfc822":
      let message = MailPart(message: part.content)
      try add(message, of: Self.subject(message), depth: depth + 1)
    case "text/plain", "text/html":
      if part.isAttached {
        attachments.append(part)
      } else {
        bodies.append(Body(part: part, subject: subject))
      }
    default:
      // Pictures of the text, signatures and the like have no name, or a name within the text.
      let isOrnament = part.headers["content-id"] != nil && part.type.hasPrefix("image/")
      if part.isAttached, !isOrnament, !part.type.hasSuffix("-signature") { attachments.append(part) }
    }
  }

  /// Of the same text told in several ways the page, else the last, which is the richest.
  private mutating func addBest(of parts: [MailPart], _ subject: [UInt8], _ depth: Int) throws(Refusal) {
    let before = bodies
    var best: [Body] = []
    for part in parts {
      bodies = []
      try add(part, of: subject, depth: depth + 1)
      if bodies.contains(where: \.isHTML) || !best.contains(where: \.isHTML), !bodies.isEmpty {
        best = bodies
      }
    }
    bodies = before + best
  }

  /// A page with its pictures: the page is the part that is named as the start, or the first.
  private mutating func addRelated(_ part: MailPart, _ subject: [UInt8], _ depth: Int) throws(Refusal) {
    let parts = part.parts
    let start = part.headers.parameter("start", of: "content-type")
    let root = parts.first { start != nil && $0.headers["content-id"]?.filter { $0 > 0x20 } == start }
    if let root = root ?? parts.first { try add(root, of: subject, depth: depth + 1) }
    attachments += parts.dropFirst().filter { $0.headers.word("content-disposition") == "attachment" }
  }

  private static func subject(_ message: MailPart) -> [UInt8] {
    message.headers["subject"].map(EncodedWords.decoded) ?? []
  }
}
