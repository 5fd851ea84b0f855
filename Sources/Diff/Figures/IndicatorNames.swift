// SPDX-License-Identifier: Apache-2.0

/// Brings the names of indicators to one form, so that the same thing under other words is found.
///
/// Rows of the table replace a word by its standard word (福彩 → 福利彩票) or by nothing (总数, 动态); longer words go
/// first. Whether a name means an addition (新增) is kept beside it, since 新增长者食堂80家 is not the 351 that there
/// are. A standard word is its own standard, whatever rows people add: else a name and its standard name, which
/// mean the same, would come to two forms and their figures never stand side by side.
package struct IndicatorNames: Sendable {
  private typealias Row = (word: [Unicode.Scalar], standard: [Unicode.Scalar])

  /// By the word's first scalar, longest first: a name of ten characters asks a few rows instead of all.
  private var rows: [Unicode.Scalar: [Row]]

  init(_ given: [(word: String, standard: String)]) {
    let named = Dictionary(given, uniquingKeysWith: { $1 })
    let ends = given.map { (word: $0.word, standard: Self.end(of: $0.word, in: named)) }
    // A word within its own standard word (床位 → 养老床位) would be found there again, so that word is left whole.
    func grows(_ row: (word: String, standard: String)) -> Bool {
      row.word != row.standard && row.standard.contains(row.word)
    }
    rows = Self.byFirst(ends.filter { !grows($0) })
    let settled = ends.map { (word: $0.word, standard: grows($0) ? settle($0.standard) : $0.standard) }
    let wholes = Set(settled.filter(grows).map(\.standard)).filter { named[$0] == nil }.sorted()
    let all = settled + wholes.map { ($0, $0) }
    rows = Self.byFirst(all)
    // 总人口 stands for nothing, unless a person says that a name means just that.
    let own = Set(all.filter { !$0.standard.isEmpty && settle($0.standard).isEmpty }.map(\.standard))
    let given = all.filter { !own.contains($0.word) }.map {
      ($0.word, own.contains($0.standard) ? $0.standard : settle($0.standard))
    }
    rows = Self.byFirst(given + own.sorted().map { ($0, $0) })
  }

  /// What a word comes to from row to row: 助餐点 → 长者食堂 → 老年餐厅; in a circle, the last before it closes.
  private static func end(of word: String, in rows: [String: String]) -> String {
    var (seen, last) = (Set([word]), rows[word] ?? word)
    while let next = rows[last], !next.isEmpty, seen.insert(last).inserted {
      if seen.contains(next) { break }
      last = next
    }
    return last
  }

  private static func byFirst(_ rows: [(word: String, standard: String)]) -> [Unicode.Scalar: [Row]] {
    let ordered = rows.sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    var found: [Unicode.Scalar: [Row]] = [:]
    for row in ordered {
      guard let first = row.word.unicodeScalars.first else { continue }
      found[first, default: []].append((Array(row.word.unicodeScalars), Array(row.standard.unicodeScalars)))
    }
    return found
  }

  /// No name is longer, in scalars: rows that lengthen one another (甲 → 乙乙, 乙 → 甲甲) could fill any memory.
  private static let longest = 200

  /// The standard form of a standard form, until it stays; rows that chase one another are given up.
  private func settle(_ name: String) -> String {
    var name = name
    for _ in 0..<8 {
      let next = standard(name)
      if next == name || next.unicodeScalars.count > Self.longest { break }
      name = next
    }
    return name
  }

  /// True where two names differ and the table says that they mean the same: 福彩 and 福利彩票, not 社工站 and 社工站总数.
  func areSynonyms(_ one: String, _ other: String) -> Bool {
    one != other && standard(one) == standard(other)
      && form(one, \.standard.isEmpty) != form(other, \.standard.isEmpty)
  }

  /// The standard form of a name, without marks: 福彩销售额 and 福利彩票销售 are both 福利彩票.
  package func standard(_ name: String) -> String { form(name) { _ in true } }

  /// The name with those rows applied that are asked for.
  private func form(_ name: String, _ applies: (Row) -> Bool) -> String {
    let letters = Array(name.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < letters.count {
      if let row = rows[letters[place]]?.first(where: {
        letters[place...].starts(with: $0.word) && applies($0)
      }) {
        result.append(contentsOf: row.standard.filter(\.isLetter))
        place += row.word.count
      } else {
        if letters[place].isLetter { result.append(letters[place]) }
        place += 1
      }
    }
    return String(result)
  }
}
