// SPDX-License-Identifier: Apache-2.0

/// The lexicon as loaded: every table, and one trie over all their words.
///
/// Layers are laid one over the other: the base, /etc, then overlays; within a layer each table is one file.
package struct Vocabulary: Sendable {
  private var tables: [TableName: Table] = [:]
  package private(set) var words = WordTrie()
  /// The divisions, which have a table of their own: several rows may share a code, and there are thousands.
  package private(set) var divisions = DivisionTable()
  /// What the words of places.tsv say, by row.
  package private(set) var placeWords: [PlaceWord] = []

  /// Loads all layers, or throws at the first line that cannot be used.
  package init(layers: [[LexiconFile]]) throws(LexiconError) {
    for name in TableName.allCases { tables[name] = Table(name: name) }
    var divisionFiles: [LexiconFile] = []
    for file in layers.joined() {
      guard let name = TableName(rawValue: file.tableName) else {
        let known = TableName.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        throw LexiconError(path: file.path, line: 1, problem: "no such table", expected: "one of \(known)")
      }
      if name == .divisions { divisionFiles.append(file) } else { try tables[name]?.lay(file) }
    }
    divisions = try DivisionTable(divisionFiles)
    for row in self[.places] { placeWords.append(try PlaceWord(row)) }
    for name in TableName.allCases where name.holdsWords {
      for (place, row) in self[name].enumerated() {
        words.insert(row.cells[0], WordTrie.Sense(table: name, row: place))
      }
    }
  }

  /// The rows of a table, in order; none for the divisions.
  package subscript(name: TableName) -> [Table.Row] { tables[name]?.rows ?? [] }
}
