// SPDX-License-Identifier: Apache-2.0

/// The tables of the lexicon: one case a file in config/lexicon, with its columns.
///
/// The first column is the key: a later layer replaces a row by its key, and `-key` removes it.
package enum TableName: String, Sendable, CaseIterable {
  case changes
  case divisions
  case indicators
  case kinds
  case sectors
  case topics

  /// The columns a row must have, in order; those after `required` may be left empty or out.
  package var columns: [String] {
    switch self {
    case .changes: ["word", "role", "level"]
    case .indicators: ["word", "standard"]
    case .divisions: ["code", "name", "short", "level", "parent", "since", "until", "successor", "aliases"]
    case .kinds: ["word", "class"]
    case .sectors: ["word", "sector"]
    case .topics: ["word", "sector", "topic", "weight"]
    }
  }

  /// How many columns, from the left, may not be empty.
  package var required: Int {
    switch self {
    case .divisions: 4
    case .changes: 2
    case .indicators: 1
    case .kinds, .sectors: 2
    case .topics: 3
    }
  }

  /// Tables whose first column is a word that texts are searched for.
  package var holdsWords: Bool {
    switch self {
    case .changes, .divisions, .indicators: false
    case .kinds, .sectors, .topics: true
    }
  }
}
