// SPDX-License-Identifier: Apache-2.0
package import Foundation

/// The hand-made alignment of the written corpus: which priorities and figures of two reports belong
/// together.
package struct GoldPair: Decodable, Sendable {
  package struct Link: Decodable, Sendable {
    package var from: [Int]
    package var to: [Int]
    package var kind: String
  }

  package struct FigureLink: Decodable, Sendable {
    package var from_quote: String?
    package var to_quote: String?
    package var kind: String
    package var delta: Decimal?
  }

  package var from: String
  package var to: String
  package var relation: String
  package var links: [Link]
  package var added: [Int]
  package var dropped: [Int]
  package var figures: [FigureLink]

  /// The report's name, without ending and meeting number.
  package var fromName: String { String(from.prefix { $0 != "." }) }
  package var toName: String { String(to.prefix { $0 != "." }) }

  /// All 25 pairs.
  package static func all() throws -> [GoldPair] {
    let url = Repository.fixtures.appending(path: "corpus/gold/ALIGN.json")
    return try JSONDecoder().decode([GoldPair].self, from: Data(contentsOf: url))
  }
}
