// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A task that has no partner beside one of the other report, which may have taken it up or let it go.
struct Intake {
  let small: Priority
  let large: Priority
  /// The share of the small one's text that stands in the large one, 0 to 1.
  let share: Double
  /// True where they are about different things within their line of work.
  let differ: Bool
  /// True where the large one speaks of all that the small one's head names within its line of work.
  let isNamed: Bool

  /// True where the small one's first line of work is one of the large one's.
  var sharesLine: Bool { !differ && small.topics.first.map(large.topics.contains) == true }

  /// How much of the small one's text must stand in the large one; `isAlone` where no other has its line of work, and
  /// `telling` how much sharing that line tells.
  func least(isAlone: Bool, telling: Double, words: ComparingWords) -> Double {
    guard sharesLine else {
      return words.pieces(of: small.head).contains(where: large.body.holds)
        ? Thresholds.containedByName : Thresholds.containedAlone
    }
    if isAlone {
      // Where else should it have gone?
      if isNamed { return 0 }
      let isAtHome = words.pairs(of: small.head).contains(where: large.body.holds)
      return isAtHome ? Thresholds.containedAtHome : Thresholds.contained
    }
    return telling * Thresholds.contained + (1 - telling) * Thresholds.containedAlone
  }
}
