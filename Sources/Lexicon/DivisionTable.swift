// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// The administrative divisions in force and of the past, found by code and by name.
///
/// Rows are told by their place in the table; a `Division` value, with Strings, is made only for the one that
/// is wanted. A name means different rows in different years: 渝北区 is 500112 in 2023 and of the past from
/// 2025.
///
/// A class because it never changes and every rule holds it; public, and not package as all else, because only public
/// code is inlined into other modules, and every place of a lead is asked for.
///
/// Example: 440300 in 2023 is 深圳市, its chain 广东省 440000 and the nation 000000.
public final class DivisionTable: Sendable {
  /// A word of the table found in a text: how long it is, and whose it is.
  public struct Match: Sendable, Hashable {
    /// Which of a division's words was found: 深圳市, 深圳, or another name that people use.
    public enum Form: Sendable, Hashable {
      case name, short, alias
    }

    package var count: Int
    package var row: Int
    package var form: Form
  }

  /// Stands for “no parent” and “no successor”; no code has seven digits.
  static let noCode: UInt32 = 9_999_999

  /// All rows by code, those of one code in the order of their file.
  package let rows: [DivisionRow]
  private let scalars: [UInt32]
  private let aliases: [DivisionRow.Word]
  @usableFromInline let index: DivisionIndex

  /// Reads the files one over the other: a code in a later file replaces all rows of that code, `-code`
  /// removes them.
  package init(_ files: [LexiconFile]) throws(LexiconError) {
    var rows: [DivisionRow] = []
    var scalars: [UInt32] = []
    var aliases: [DivisionRow.Word] = []
    for (layer, file) in files.enumerated() {
      var reader = DivisionFileReader(file, scalars: scalars, aliases: aliases)
      let lines = try reader.lines()
      (scalars, aliases) = (reader.scalars, reader.aliases)
      if layer > 0 {
        let replaced = Set(lines.map(\.row.code))
        rows.removeAll { replaced.contains($0.code) }
      }
      for line in lines where !line.removes { rows.append(line.row) }
    }
    // Sorting is stable, so that the rows of a code keep their order; the base is sorted as it lies.
    if zip(rows, rows.dropFirst()).contains(where: { $0.code > $1.code }) { rows.sort { $0.code < $1.code } }
    let words = Self.words(of: rows)
    index = DivisionIndex(words) { word in
      let start = Int(Self.word(word, rows, aliases).start)
      return (scalars[start], scalars[start + 1])
    }
    (self.rows, self.scalars, self.aliases) = (rows, scalars, aliases)
    try checkParents(files)
  }

  private func checkParents(_ files: [LexiconFile]) throws(LexiconError) {
    guard let row = rows.first(where: { $0.parent != Self.noCode && places(of: $0.parent).isEmpty }) else {
      return
    }
    for file in files.reversed() {
      var reader = DivisionFileReader(file, scalars: [], aliases: [])
      guard let line = try reader.lines().first(where: { $0.row.code == row.code }) else { continue }
      throw LexiconError(
        path: file.path, line: line.number, problem: "no row for the parent \(Self.text(row.parent))",
        expected: "the code of a row, or nothing")
    }
  }

  private static func words(of rows: [DivisionRow]) -> [DivisionIndex.Entry] {
    var words: [DivisionIndex.Entry] = []
    words.reserveCapacity(rows.count * 3)
    for (place, row) in rows.enumerated() {
      for form in 0..<2 + row.aliasCount { words.append(DivisionIndex.Entry(row: UInt32(place), form: form)) }
    }
    return words
  }

  private static func word(
    _ entry: DivisionIndex.Entry, _ rows: [DivisionRow], _ aliases: [DivisionRow.Word]
  ) -> DivisionRow.Word {
    let row = rows[Int(entry.row)]
    switch entry.form {
    case 0: return row.name
    case 1: return row.short
    default: return aliases[Int(row.firstAlias) + Int(entry.form) - 2]
    }
  }
}

// MARK: Finding

extension DivisionTable {
  /// Calls `body` for every word of the table that stands in `text` at `start`, in no order.
  ///
  /// Where name and short name are the same (沙县), the name is told.
  @inlinable @inline(__always)
  public func forEachMatch(in text: [UInt32], at start: Int, _ body: (Match) -> Void) {
    if mayBegin(in: text, at: start) { compare(text, start, body) }
  }

  /// Whether a word of the table may begin at `start`: false where none does, and nearly nowhere else true.
  @inlinable @inline(__always)
  public func mayBegin(in text: [UInt32], at start: Int) -> Bool {
    start >= 0 && start + 1 < text.count && index.mayBegin(with: text[start], text[start + 1])
  }

  @usableFromInline
  func compare(_ text: [UInt32], _ start: Int, _ body: (Match) -> Void) {
    for entry in index[text[start], text[start + 1]] {
      let word = Self.word(entry, rows, aliases).range
      guard start + word.count <= text.count, text[start..<start + word.count] == scalars[word] else {
        continue
      }
      let row = rows[Int(entry.row)]
      if entry.form == 1, row.short.count == row.name.count { continue }
      let form: Match.Form = entry.form == 0 ? .name : entry.form == 1 ? .short : .alias
      body(Match(count: word.count, row: Int(entry.row), form: form))
    }
  }

  /// The rows that have exactly this name, short name or alias, by code; those of `year` where there are any.
  package func rows(named name: String, in year: Int?) -> [Int] {
    let text = name.unicodeScalars.map(\.value)
    var found: [Int] = []
    forEachMatch(in: text, at: 0) { if $0.count == text.count { found.append($0.row) } }
    return nearest(found, to: year)
  }

  /// Of several rows those in force in `year`, else those nearest to it: a name outlives its division in
  /// people's use.
  package func nearest(_ places: [Int], to year: Int?) -> [Int] {
    guard let least = places.map({ rows[$0].distance(from: year) }).min() else { return [] }
    return places.filter { rows[$0].distance(from: year) == least }.sorted()
  }

  /// The row of a code in `year`, else the nearest to it.
  package func row(of code: UInt32, in year: Int?) -> Int? {
    places(of: code).min { (rows[$0].distance(from: year), $0) < (rows[$1].distance(from: year), $1) }
  }

  /// The row above, at the same time; nil for the nation.
  package func parent(of row: Int, in year: Int?) -> Int? {
    rows[row].parent == Self.noCode ? nil : self.row(of: rows[row].parent, in: year)
  }

  /// The rows from `row` up to the nation, itself first.
  package func chain(of row: Int, in year: Int?) -> [Int] {
    var chain = [row]
    // A table that names a division among its own ancestors must not hang the reader; five levels are enough.
    while chain.count < 5, let parent = parent(of: chain[chain.count - 1], in: year) { chain.append(parent) }
    return chain
  }

  /// The rows right below a code in `year`.
  package func children(of code: UInt32, in year: Int?) -> [Int] {
    rows.indices.filter { rows[$0].parent == code && rows[$0].holds(in: year) }
  }

  private func places(of code: UInt32) -> Range<Int> {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].code < code { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < rows.count, rows[end].code == code { end += 1 }
    return low..<end
  }
}

// MARK: Values

extension DivisionTable {
  /// The division of a code in `year` as a value: `440300` is 广东省深圳市; nil where there is none.
  package func division(code: String, in year: Int? = nil) -> Division? {
    guard code.utf8.count == 6, let number = UInt32(code), let row = row(of: number, in: year) else {
      return nil
    }
    return division(at: row, in: year)
  }

  /// The codes of the divisions above one, nearest first: of 440300 they are 440000 and 000000.
  package func codesAbove(_ code: String, in year: Int? = nil) -> [String] {
    guard let number = UInt32(code), let row = row(of: number, in: year) else { return [] }
    return chain(of: row, in: year).dropFirst().map { Self.text(rows[$0].code) }
  }

  /// The division of a row as a value, named by its chain as it was in `year`.
  package func division(at row: Int, in year: Int? = nil) -> Division {
    let chain = chain(of: row, in: year)
    let named =
      chain.count > 1 ? chain.dropLast(rows[chain[chain.count - 1]].level == .national ? 1 : 0) : chain[...]
    return Division(
      code: Self.text(rows[row].code), name: name(of: row), short: text(rows[row].short),
      level: rows[row].level,
      parent: rows[row].parent == Self.noCode ? nil : Self.text(rows[row].parent),
      fullName: named.reversed().map(name).joined())
  }

  /// The name of a row.
  package func name(of row: Int) -> String { text(rows[row].name) }

  /// The scalars of a row's name, for looking at how it ends.
  package func nameScalars(of row: Int) -> ArraySlice<UInt32> { scalars[rows[row].name.range] }

  private func text(_ word: DivisionRow.Word) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars[word.range] { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }

  private static func text(_ code: UInt32) -> String {
    let digits = String(code)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
