// SPDX-License-Identifier: Apache-2.0

/// Brings the names of indicators to one form, so that the same thing under other words is found.
///
/// Rows of the table replace a word by its standard word (福彩 → 福利彩票) or by nothing (总数, 动态); longer words go
/// first. Whether a name means an addition (新增) is kept beside it, since 新增长者食堂80家 is not the 351 that there
/// are.
package struct IndicatorNames: Sendable {
  private let rows: [(word: [Character], standard: [Character])]

  init(_ rows: [(word: String, standard: String)]) {
    self.rows = rows.map { (Array($0.word), Array($0.standard)) }
      .sorted { ($1.word.count, String($0.word)) < ($0.word.count, String($1.word)) }
  }

  /// The standard form of a name, without marks: 福彩销售额 and 福利彩票销售 are both 福利彩票.
  package func standard(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    var place = 0
    while place < letters.count {
      if let row = rows.first(where: { letters[place...].starts(with: $0.word) }) {
        result += String(row.standard)
        place += row.word.count
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return result.lettersOnly
  }
}
