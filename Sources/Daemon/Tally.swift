// SPDX-License-Identifier: Apache-2.0

/// What became of a batch, counted by outcome.
struct Tally: Hashable {
  var digests = 0
  var duplicates = 0
  var sources = 0
  var rejected = 0

  mutating func add(_ other: Tally) {
    digests += other.digests
    duplicates += other.duplicates
    sources += other.sources
    rejected += other.rejected
  }

  /// 摘要6 重复1: what is not zero, for people.
  var text: String {
    [("摘要", digests), ("补充来源", sources), ("重复", duplicates), ("拒收", rejected)]
      .filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}
