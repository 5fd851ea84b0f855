// SPDX-License-Identifier: Apache-2.0

/// The lexicon as loaded: every table, and one trie over all their words.
///
/// Layers are laid one over the other: the base, /etc, then overlays; within a layer each table is one file.
package struct Vocabulary: Sendable {
  /// In the order of their names.
  private var tables = TableName.allCases.map(Table.init(name:))
  package private(set) var words = WordTrie()
  /// The divisions, which have a table of their own: several rows may share a code, and there are thousands.
  package private(set) var divisions = DivisionTable()
  /// What the words of places.tsv say, by row.
  package private(set) var placeWords: [PlaceWord] = []

  /// Loads all layers, or throws at the first line that cannot be used.
  package init(layers: [[LexiconFile]]) throws(LexiconError) {
    let names = Dictionary(uniqueKeysWithValues: TableName.allCases.map { ($0.fileName, $0) })
    var divisionFiles: [LexiconFile] = []
    for file in layers.joined() {
      guard let name = names[file.tableName] else {
        let known = names.keys.sorted().joined(separator: ", ")
        throw LexiconError(path: file.path, line: 1, problem: "no such table", expected: "one of \(known)")
      }
      if name == .divisions { divisionFiles.append(file) } else { try tables[Int(name.rawValue)].lay(file) }
    }
    divisions = try DivisionTable(divisionFiles)
    for row in self[.places] { placeWords.append(try PlaceWord(row)) }
    words = WordTrie(
      TableName.allCases.lazy.filter(\.holdsWords).flatMap { name in
        self[name].enumerated().map { place, row in (row.key, WordTrie.Sense(table: name, row: place)) }
      })
  }

  /// The rows of a table, in order; none for the divisions.
  package subscript(name: TableName) -> [TableRow] { tables[Int(name.rawValue)].rows }
}
