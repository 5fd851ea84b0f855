// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A task that has no partner beside one of the other report, which may have taken it up or let it go.
///
/// It holds what is asked for and not the tasks themselves: there is one for each pair, and copies of both would take
/// longer than the questions.
struct Intake {
  /// The small one's first line of work.
  let line: String?
  /// The share of the small one's text that stands in the large one, 0 to 1.
  let share: Double
  /// True where the small one's first line of work is one of the large one's, and they are not about different things
  /// within it.
  let sharesLine: Bool
  /// True where the large one speaks of all that the small one's head names within its line of work.
  let isNamed: Bool
  private let head: String
  private let body: String

  init(of small: Priority, by large: Priority, share: Double, differ: Bool, isNamed: Bool) {
    line = small.topics.first
    self.share = share
    self.isNamed = isNamed
    sharesLine = !differ && small.topics.first.map(large.topics.contains) == true
    (head, body) = (small.head, large.body)
  }

  /// How much of the small one's text must stand in the large one; `isAlone` where no other has its line of work, and
  /// `telling` how much sharing that line tells.
  func least(isAlone: Bool, telling: Double, words: ComparingWords) -> Double {
    guard sharesLine else {
      // Names are looked at only where they decide: of nearly all pairs less is common than either asks for.
      if share < Thresholds.containedByName { return Thresholds.containedAlone }
      return words.pieces(of: head).contains(where: body.holds)
        ? Thresholds.containedByName : Thresholds.containedAlone
    }
    if isAlone {
      // Where else should it have gone?
      if isNamed { return 0 }
      let isAtHome = words.pairs(of: head).contains(where: body.holds)
      return isAtHome ? Thresholds.containedAtHome : Thresholds.contained
    }
    return telling * Thresholds.contained + (1 - telling) * Thresholds.containedAlone
  }
}
