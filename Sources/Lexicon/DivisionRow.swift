// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// One row of the table of divisions, small enough to keep four thousand of them idle.
///
/// Codes are numbers (440300), since every comparison is by code; words are places in the table's pool of
/// scalars. The row holds from the year `since` to before the year `until`.
package struct DivisionRow: Sendable {
  /// A word in the pool of scalars of a `DivisionTable`.
  struct Word: Sendable {
    var start: UInt32
    var count: UInt8

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  package let code: UInt32
  package let parent: UInt32
  package let successor: UInt32
  let since: Int16
  let until: Int16
  package let level: Division.Level
  /// True where another division of the same parent has the same short name (伊宁市, 伊宁县).
  package let sharesShort: Bool
  let name: Word
  let short: Word
  let firstAlias: UInt32
  let aliasCount: UInt8

  /// Whether the row was in force in `year`; nil asks for today's rows.
  package func holds(in year: Int?) -> Bool {
    guard let year else { return until == .max }
    return Int(since) <= year && year < Int(until)
  }

  /// How many years `year` lies outside of the row's: 0 where it holds; without a year all of the past is 1
  /// away.
  package func distance(from year: Int?) -> Int {
    guard let year else { return until == .max ? 0 : 1 }
    return max(0, Int(since) - year, year - Int(until) + 1)
  }
}
