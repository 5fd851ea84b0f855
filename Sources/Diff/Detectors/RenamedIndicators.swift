// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Indicators that go by another name of the table: 养老床位 became 养老服务床位, and the series goes on.
///
/// Only true synonyms: a name that merely says more (镇街, 总数) is no new name.
enum RenamedIndicators {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      guard [.up, .down, .same].contains(pair.kind), let old = pair.from, let new = pair.to,
        side.words.indicators.areSynonyms(old.indicator, new.indicator)
      else { return nil }
      var change = FigureChange.make(.reworded, pair, in: side, rule: "renamed-indicators")
      (change.wordingFrom, change.wordingTo) = (old.indicator, new.indicator)
      return change
    }
  }
}
