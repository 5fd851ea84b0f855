// SPDX-License-Identifier: Apache-2.0

/// Brings the names of indicators to one form, so that the same thing under other words is found.
///
/// Rows of the table replace a word by its standard word (福彩 → 福利彩票) or by nothing (总数, 动态); longer words go
/// first. Whether a name means an addition (新增) is kept beside it, since 新增长者食堂80家 is not the 351 that there
/// are.
package struct IndicatorNames: Sendable {
  private typealias Row = (word: [Unicode.Scalar], standard: [Unicode.Scalar])

  /// By the word's first scalar, longest first: a name of ten characters asks a few rows instead of all.
  private let rows: [Unicode.Scalar: [Row]]

  init(_ rows: [(word: String, standard: String)]) {
    let ordered = rows.sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    var found: [Unicode.Scalar: [Row]] = [:]
    for row in ordered {
      guard let first = row.word.unicodeScalars.first else { continue }
      found[first, default: []].append((Array(row.word.unicodeScalars), Array(row.standard.unicodeScalars)))
    }
    self.rows = found
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
