// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension CleanText {
  /// The share of the scalars of these paragraphs that are damaged beyond repair, 0 to 1.
  ///
  /// Measured in the source, where the damage is on record: three clauses of nonsense in a page of 2,000 are 0.02.
  package func damagedShare(of paragraphs: [Range<Int>]) -> Double {
    let lost = damage.filter { $0.lost > 0 }.flatMap(\.spans)
    let total = paragraphs.reduce(0) { $0 + $1.count }
    guard !lost.isEmpty, total > 0 else { return 0 }
    var damaged = 0
    for paragraph in paragraphs {
      let span = span(of: paragraph)
      for gap in lost { damaged += max(0, min(gap.end, span.end) - max(gap.start, span.start)) }
    }
    return min(1, Double(damaged) / Double(total))
  }
}
