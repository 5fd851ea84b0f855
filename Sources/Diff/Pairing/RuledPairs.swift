// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What people have said of pairs of tasks: that they are one task, or two.
///
/// A ruling stands with the later task and names the earlier one by its head, so that it holds beside every
/// meeting that has a task of that head.
struct RuledPairs {
  private var rulings: [Int: [Int: Bool]] = [:]

  init(from: [Priority], to: [Priority]) {
    for (j, task) in to.enumerated() where !task.rulings.isEmpty {
      for (i, earlier) in from.enumerated() {
        let ruling = task.rulings.last { $0.head.lettersOnly == earlier.head.lettersOnly }
        if let ruling { rulings[i, default: [:]][j] = ruling.isSame }
      }
    }
  }

  /// True where both were said to be one task.
  func isSame(_ i: Int, _ j: Int) -> Bool { rulings[i]?[j] == true }

  /// True where they were said to be two.
  func isOther(_ i: Int, _ j: Int) -> Bool { rulings[i]?[j] == false }

  /// What the pair is worth to the assignment, whatever its words are like: more than any likeness, or nothing
  /// at all. Nil where nobody has said anything.
  func worth(_ i: Int, _ j: Int) -> Double? { rulings[i]?[j].map { $0 ? Self.sure : -Self.sure } }

  /// More than the sum of what two lists of the longest kind could be worth otherwise.
  private static let sure = 1_000.0
}
