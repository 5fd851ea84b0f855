// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What people have said of pairs of tasks: that they are one task, or two.
///
/// A ruling stands with the later task and names the earlier one by its head, so that it holds beside every
/// meeting that has a task of that head.
struct RuledPairs {
  private var rulings: [Int: [Int: Bool]] = [:]

  init(from: [Priority], to: [Priority]) {
    for (j, task) in to.enumerated() {
      for ruling in task.rulings {
        for i in Self.places(of: ruling.head.lettersOnly, in: from) {
          rulings[i, default: [:]][j] = ruling.isSame
        }
      }
    }
  }

  /// The tasks of a head; where none has it, the only one whose text begins with it.
  ///
  /// Other rules, or a later version of the file, may end the head elsewhere, and a person may have put it right
  /// since: the ruling is on the task all the same.
  fileprivate static func places(of head: String, in tasks: [Priority]) -> [Int] {
    let same = tasks.indices.filter { tasks[$0].head.lettersOnly == head }
    guard same.isEmpty, !head.isEmpty else { return same }
    let begun = tasks.indices.filter { tasks[$0].body.lettersOnly.hasPrefix(head) }
    return begun.count == 1 ? begun : []
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

extension Meeting {
  /// True where what is said of a task of this head is said of one here.
  package func hasTask(named head: String) -> Bool {
    !RuledPairs.places(of: head.lettersOnly, in: priorities).isEmpty
  }
}
