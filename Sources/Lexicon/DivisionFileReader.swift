// SPDX-License-Identifier: Apache-2.0

import Minutes

/// Reads the lines of divisions.tsv from bytes into rows.
///
/// Four thousand rows are read at every start of `minutectl read`, so no String is made but for an error.
struct DivisionFileReader {
  /// A row, or with `removes` the code of rows that a later layer takes away, and where it stands.
  struct Line {
    var row: DivisionRow
    var removes: Bool
    var number: Int
  }

  private let file: LexiconFile
  private var number = 0
  private var cells: [Range<Int>] = []

  /// The scalars of all words read, which the rows point into.
  private(set) var scalars: [UInt32]
  private(set) var aliases: [DivisionRow.Word]

  /// Goes on filling the pools of earlier files.
  init(_ file: LexiconFile, scalars: [UInt32], aliases: [DivisionRow.Word]) {
    self.file = file
    self.scalars = scalars
    self.aliases = aliases
  }

  /// All rows of the file in order, or the first that cannot be used.
  mutating func lines() throws(LexiconError) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < file.bytes.count {
      number += 1
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      let trimmed = end > start && file.bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      if trimmed > start, file.bytes[start] != UInt8(ascii: "#") { lines.append(try line(start..<trimmed)) }
      start = end + 1
    }
    return lines
  }

  private mutating func line(_ range: Range<Int>) throws(LexiconError) -> Line {
    split(range)
    if file.bytes[range.lowerBound] == UInt8(ascii: "-") {
      let code = try code(range.lowerBound + 1..<cells[0].upperBound)
      return Line(row: removal(of: code), removes: true, number: number)
    }
    let columns = TableName.divisions.columns
    guard cells.count >= 4, cells.count <= columns.count else {
      throw error("\(cells.count) columns", expected: columns.joined(separator: "<tab>"))
    }
    return Line(row: try row(), removes: false, number: number)
  }

  private mutating func row() throws(LexiconError) -> DivisionRow {
    let mark = bytes(2).last == UInt8(ascii: "*")
    let short = mark ? cells[2].lowerBound..<cells[2].upperBound - 1 : cells[2]
    let firstAlias = UInt32(aliases.count)
    let parts = cells.count > 8 ? bytes(8).split(separator: UInt8(ascii: " ")) : []
    for part in parts { aliases.append(try word(part.startIndex..<part.endIndex, "alias")) }
    return DivisionRow(
      code: try code(cells[0]), parent: try code(cell(4), orNone: true),
      successor: try code(cell(7), orNone: true),
      since: try year(cell(5), none: .min), until: try year(cell(6), none: .max), level: try level(),
      sharesShort: mark, name: try word(cells[1], "name"), short: try word(short, "short name"),
      firstAlias: firstAlias, aliasCount: UInt8(clamping: parts.count))
  }

  private func removal(of code: UInt32) -> DivisionRow {
    let none = DivisionRow.Word(start: 0, count: 0)
    return DivisionRow(
      code: code, parent: 0, successor: 0, since: .min, until: .max, level: .county, sharesShort: false,
      name: none, short: none, firstAlias: 0, aliasCount: 0)
  }
}

extension DivisionFileReader {
  private mutating func split(_ range: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for place in range where file.bytes[place] == UInt8(ascii: "\t") {
      cells.append(start..<place)
      start = place + 1
    }
    cells.append(start..<range.upperBound)
  }

  private func cell(_ column: Int) -> Range<Int> { column < cells.count ? cells[column] : 0..<0 }

  private func bytes(_ column: Int) -> ArraySlice<UInt8> { file.bytes[cells[column]] }

  private func code(_ range: Range<Int>, orNone: Bool = false) throws(LexiconError) -> UInt32 {
    if range.isEmpty, orNone { return DivisionTable.noCode }
    guard range.count == 6, let code = number(in: range) else {
      throw error("code “\(text(range))”", expected: "six digits")
    }
    return UInt32(code)
  }

  private func year(_ range: Range<Int>, none: Int16) throws(LexiconError) -> Int16 {
    if range.isEmpty { return none }
    guard range.count == 4, let year = number(in: range) else {
      throw error("year “\(text(range))”", expected: "four digits or nothing")
    }
    return Int16(year)
  }

  /// The value of at most six digits, or nil.
  private func number(in range: Range<Int>) -> Int? {
    var value = 0
    for byte in file.bytes[range] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private func level() throws(LexiconError) -> Division.Level {
    for level in Division.Level.allCases where bytes(3).elementsEqual(level.rawValue.utf8) { return level }
    throw error("level “\(text(cells[3]))”", expected: "national, province, prefecture or county")
  }

  /// Puts a word into the pool. One character is no word: it would be found everywhere.
  private mutating func word(_ range: Range<Int>, _ what: String) throws(LexiconError) -> DivisionRow.Word {
    let start = scalars.count
    var decoder = UTF8()
    var bytes = file.bytes[range].makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { scalars.append(scalar.value) }
    let count = scalars.count - start
    guard (2...255).contains(count) else {
      throw error("\(what) “\(text(range))”", expected: "two characters or more")
    }
    return DivisionRow.Word(start: UInt32(start), count: UInt8(count))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

  private func error(_ problem: String, expected: String) -> LexiconError {
    LexiconError(path: file.path, line: number, problem: problem, expected: expected)
  }
}
