// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A text so much shorter or longer that silence and novelty weigh less.
enum LengthChange {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard let percent = side.comparison.lengthPercent, percent < 75 || percent > 133 else { return [] }
    var change = Change(.length, .length, in: side, rule: "length")
    change.wordingFrom = String(side.comparison.lengthFrom)
    change.wordingTo = String(side.comparison.lengthTo)
    return [change]
  }
}
