// SPDX-License-Identifier: Apache-2.0

/// The lexicon as loaded: every table, and one trie over all their words.
///
/// Layers are laid one over the other: the base, /etc, then overlays; within a layer each table is one file. A class
/// because it never changes and every rule holds it: a copy costs one reference.
package final class Vocabulary: Sendable {
  /// In the order of their names.
  private let tables: [Table]
  package let words: WordTrie
  /// The divisions, which have a table of their own: several rows may share a code, and there are thousands.
  package let divisions: DivisionTable
  /// What the words of places.tsv say, by row.
  package let placeWords: [PlaceWord]
  /// What the words of chrome.tsv say, by row.
  package let chromeWords: [ChromeWord]
  /// What words of chrome.tsv begin with that make a text a comment wherever they stand in it.
  package let commentary: ScalarSet
  /// What the words of events.tsv say, by row.
  package let eventRoles: [EventRoles]
  /// The characters of surnames.tsv.
  package let surnames: ScalarSet
  /// The characters of traditional.tsv, which only traditional texts have.
  package let traditional: ScalarSet

  /// Loads all layers, or throws at the first line that cannot be used.
  package init(layers: [[LexiconFile]]) throws(LexiconError) {
    let names = Dictionary(uniqueKeysWithValues: TableName.allCases.map { ($0.fileName, $0) })
    var tables = TableName.allCases.map(Table.init(name:))
    var divisionFiles: [LexiconFile] = []
    for file in layers.joined() {
      guard let name = names[file.tableName] else {
        let known = names.keys.sorted().joined(separator: ", ")
        throw LexiconError(path: file.path, line: 1, problem: "no such table", expected: "one of \(known)")
      }
      if name == .divisions { divisionFiles.append(file) } else { try tables[Int(name.rawValue)].lay(file) }
    }
    self.tables = tables
    divisions = try DivisionTable(divisionFiles)
    var placeWords: [PlaceWord] = []
    for row in tables[.places] { placeWords.append(try PlaceWord(row)) }
    self.placeWords = placeWords
    var chromeWords: [ChromeWord] = []
    for row in tables[.chrome] { chromeWords.append(try ChromeWord(row)) }
    self.chromeWords = chromeWords
    let comments = zip(tables[.chrome], chromeWords).filter { $0.1.place == .any && $0.1.role == .commentary }
    commentary = ScalarSet(comments.compactMap(\.0.firstScalar))
    eventRoles = tables[.events].map(EventRoles.init)
    surnames = ScalarSet(tables[.surnames].lazy.compactMap(\.firstScalar))
    traditional = ScalarSet(tables[.traditional].lazy.compactMap(\.firstScalar))
    words = WordTrie(
      TableName.allCases.lazy.filter(\.holdsWords).flatMap { name in
        tables[name].enumerated().map { place, row in (row.key, WordTrie.Sense(table: name, row: place)) }
      })
  }

  /// The rows of a table, in order; none for the divisions.
  package subscript(name: TableName) -> [TableRow] { tables[name] }
}

extension [Table] {
  /// The rows of one of the tables, which lie in the order of their names.
  fileprivate subscript(name: TableName) -> [TableRow] { self[Int(name.rawValue)].rows }
}
