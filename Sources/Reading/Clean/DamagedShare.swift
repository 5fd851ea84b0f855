// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension CleanText {
  /// The share of the scalars of these paragraphs that are damaged beyond repair, 0 to 1.
  ///
  /// Measured in the source, where the damage is on record: three clauses of nonsense in a page of 2,000 are
  /// 0.02.
  package func damagedShare(of paragraphs: [Range<Int>]) -> Double {
    let lost = damage.filter { $0.lost > 0 }.flatMap(\.spans).sorted { $0.start < $1.start }
    let total = paragraphs.reduce(0) { $0 + $1.count }
    guard !lost.isEmpty, total > 0 else { return 0 }
    var damaged = 0
    var next = 0
    for span in paragraphs.map(span) {
      while next < lost.count, lost[next].end <= span.start { next += 1 }
      var gap = next
      while gap < lost.count, lost[gap].start < span.end {
        damaged += min(lost[gap].end, span.end) - max(lost[gap].start, span.start)
        gap += 1
      }
    }
    return min(1, Double(damaged) / Double(total))
  }
}
