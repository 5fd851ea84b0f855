// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import FoundationEssentials
internal import Minutes

/// A digest as the archive keeps it, as far as commands read it back; its whole form is `DigestJSON`.
struct KeptStory: Decodable {
  let id: String
  let rules: String
  let meeting: String
  /// Absent in digests of before there were two languages.
  let language: String?
  let changes: [KeptChange]

  /// The language that it was told in.
  var spoken: Language { language.flatMap(Language.init(rawValue:)) ?? .chinese }

  /// The story that JSON of a digest holds, or nil where it is none of ours.
  init?(json: [UInt8]) {
    guard let story = try? JSONDecoder().decode(Self.self, from: Data(json)) else { return nil }
    self = story
  }
}

/// One change as it was told.
struct KeptChange: Decodable {
  /// A quotation of one side, with the meeting whose report it stands in.
  struct Evidence: Decodable {
    let meeting: String
    let quote: String
    /// Start and end in scalars of the source.
    let span: [Int]
    let paragraph: Int
    /// Absent where the document has no pages, and in digests of before pages were told.
    let page: Int?
    let rank: Int?
    let head: String?
    /// The SHA-256 of the document that has the words, where it is not the fullest report of the meeting.
    let document: String?

    var excerpt: Excerpt {
      let place = Span(start: span.first ?? 0, end: span.last ?? 0)
      return Excerpt(text: quote, span: place, paragraph: paragraph, page: page, document: document)
    }
  }

  let entry: String
  let change: String
  let relation: String
  let subject: String
  let baselines: [String]
  let topic: String?
  let scope: String?
  let story: String
  let weight: String
  let confidence: String
  let rule: String
  let similarity: Double?
  let stated: String?
  let from: [Evidence]
  let to: [Evidence]
}
