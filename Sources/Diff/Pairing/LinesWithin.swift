// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What tasks are about within their lines of work, by the words that a linguist groups (role `line`).
///
/// Some lines of work are a basket: 社会事务 holds weddings, funerals, the disabled and the homeless, and 婚俗改革 did not
/// become 残疾人福利 because both lie in it. And a word that says in one breath what the other report says at length
/// (一老一小, 未成年人保护) ties two tasks that have no letters in common.
struct LinesWithin {
  /// Of each task the groups that its head names, and those that its whole text speaks of.
  private struct Groups {
    let named: Set<Int>
    let spoken: Set<Int>
  }

  private let from: [Groups]
  private let to: [Groups]

  init(from: [Priority], to: [Priority], words: ComparingWords) {
    func groups(_ priority: Priority) -> Groups {
      Groups(named: words.lines(in: priority.head), spoken: words.lines(in: priority.body))
    }
    (self.from, self.to) = (from.map(groups), to.map(groups))
  }

  /// True where both heads name such work and neither names any that the other task speaks of.
  func differ(_ i: Int, _ j: Int) -> Bool {
    let (one, other) = (from[i], to[j])
    guard !one.named.isEmpty, !other.named.isEmpty else { return false }
    return one.spoken.isDisjoint(with: other.named) && other.spoken.isDisjoint(with: one.named)
  }

  /// True where to-item j speaks of all that the head of from-item i names, and that names any.
  func holds(_ i: Int, in j: Int) -> Bool { Self.holds(from[i], in: to[j]) }

  /// True where from-item i speaks of all that the head of to-item j names, and that names any.
  func holds(to j: Int, in i: Int) -> Bool { Self.holds(to[j], in: from[i]) }

  private static func holds(_ small: Groups, in large: Groups) -> Bool {
    !small.named.isEmpty && small.named.isSubset(of: large.spoken)
  }
}
