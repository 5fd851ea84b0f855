// SPDX-License-Identifier: Apache-2.0

/// The tables of the lexicon: one case a file in config/lexicon, with its columns.
///
/// The first column is the key: a later layer replaces a row by its key, and `-key` removes it. Public, and not package
/// as all else, because `WordTrie` is.
public enum TableName: UInt8, Sendable, CaseIterable {
  case agenda
  case aspects
  case changes
  case chrome
  case confidence
  case days
  case divisions
  case english
  case events
  case figureWords
  case indicators
  case kinds
  case listCues
  case listWords
  case notFigures
  case parts
  case periods
  case places
  case qualifiers
  case roles
  case sectors
  case surnames
  case terms
  case topicNames
  case topics
  case traditional
  case units
  case variants

  /// The name of its files, without `.tsv`: `list-words` of `listWords`.
  package var fileName: String {
    switch self {
    case .figureWords: "figure-words"
    case .listCues: "list-cues"
    case .listWords: "list-words"
    case .notFigures: "not-figures"
    case .topicNames: "topic-names"
    default: "\(self)"
    }
  }

  /// A bit of its own, for sets of tables.
  @inlinable @inline(__always) public var bit: UInt32 { 1 << UInt32(rawValue) }

  /// The columns a row must have, in order; those after `required` may be left empty or out.
  package var columns: [String] {
    switch self {
    case .changes: ["word", "role", "level"]
    case .indicators: ["word", "standard"]
    case .english: ["word", "kind", "english"]
    case .divisions: ["code", "name", "short", "level", "parent", "since", "until", "successor", "aliases"]
    case .chrome: ["word", "place", "role"]
    case .confidence: ["way", "confidence", "right", "of"]
    case .days: ["word", "day"]
    case .agenda, .events: ["word", "role"]
    case .kinds: ["word", "class", "name"]
    case .listCues: ["word", "about", "weight"]
    case .listWords: ["word", "roles"]
    case .parts: ["word", "part"]
    case .places: ["word", "role", "unit"]
    case .roles: ["word", "office"]
    case .sectors: ["word", "sector", "scope"]
    case .surnames, .traditional: ["character"]
    case .terms: ["word", "kind"]
    case .variants: ["word", "simplified"]
    case .topicNames: ["topic", "name", "short"]
    case .topics: ["word", "sector", "topic", "weight"]
    case .aspects: ["word", "aspect", "keep"]
    case .figureWords: ["word", "role"]
    case .notFigures: ["word", "why"]
    case .periods: ["word", "rule"]
    case .qualifiers: ["word", "place", "qualifier"]
    case .units: ["word", "dimension", "printed"]
    }
  }

  /// How many columns, from the left, may not be empty.
  package var required: Int {
    switch self {
    case .divisions: 4
    case .changes, .confidence, .english: 2
    case .indicators: 1
    case .agenda, .days, .events, .kinds, .listCues, .listWords, .parts, .places, .sectors, .terms, .variants:
      2
    case .roles, .surnames, .traditional: 1
    case .chrome: 3
    case .topicNames, .topics: 3
    case .qualifiers, .aspects: 3
    case .units, .periods, .notFigures, .figureWords: 2
    }
  }

  /// Tables whose first column is a word that texts are searched for.
  package var holdsWords: Bool {
    switch self {
    case .changes, .confidence, .divisions, .english, .indicators, .surnames, .topicNames, .traditional: false
    case .agenda, .chrome, .days, .events, .kinds, .listCues, .listWords, .parts, .places, .roles, .sectors,
      .terms,
      .topics, .variants:
      true
    case .aspects, .figureWords, .notFigures, .periods, .qualifiers, .units: true
    }
  }
}
