// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// How sure a finding is by the way it was found: the share of right ones among those with gold, from 0 to 1.
///
/// The shares stand in config/lexicon/confidence.tsv, which scripts/calibrate writes. Ways are few, for gold
/// is scarce: the form of a list tells of its priorities, the place of a name of its figure.
///
/// Example: a figure whose name was left out and taken from the clause before (`elided`) is right nine times
/// in ten.
struct Confidence: Sendable {
  private let shares: [String: Double]

  /// What is not in the table is no better than a guess.
  private static let unknown = 0.5

  init(_ vocabulary: Vocabulary) {
    let rows = vocabulary[.confidence].map { ($0.key, $0[1].flatMap(Double.init) ?? Self.unknown) }
    shares = Dictionary(rows, uniquingKeysWith: { _, last in last })
  }

  func of(_ form: Enumeration.Form) -> Double { shares[form.rawValue] ?? Self.unknown }

  func of(_ naming: FigureDraft.Naming) -> Double { shares[naming.rawValue] ?? Self.unknown }
}
