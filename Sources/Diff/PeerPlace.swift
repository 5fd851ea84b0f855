// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Where a peer has one of a meeting's tasks, for the table that sets a first report beside its peers.
///
/// Example: of 江苏's third task 强化儿童福利和未成年人保护 浙江 speaks inside its fifth: rank 3, ranks [5], not its own.
package struct PeerPlace: Sendable, Hashable {
  /// The task's rank in the meeting.
  package var rank: Int
  /// The id of the peer's meeting.
  package var peer: String
  /// The ranks there, ascending; empty where no task of the peer has it.
  package var ranks: [Int]
  /// False where it stands there inside a task that is about more.
  package var isOwn: Bool
}

extension PeerPlace {
  /// Where each peer has each task, by rank and then in the peers' order.
  ///
  /// By the words of the tasks; where they tell nothing, a line of work that another task has stands inside
  /// it.
  static func all(beside sides: [Comparing]) -> [PeerPlace] {
    guard let meeting = sides.first?.meeting else { return [] }
    return meeting.priorities.flatMap { task in sides.map { place(of: task, in: $0) } }
  }

  private static func place(of task: Priority, in side: Comparing) -> PeerPlace {
    let peer = side.baseline
    if let link = side.comparison.priorities.first(where: { $0.to.contains(task.rank) && !$0.from.isEmpty }) {
      return PeerPlace(rank: task.rank, peer: peer.id, ranks: link.from, isOwn: link.to.count == 1)
    }
    let inside = peer.priorities.first { other in task.topics.first.map(other.topics.contains) ?? false }
    return PeerPlace(rank: task.rank, peer: peer.id, ranks: inside.map { [$0.rank] } ?? [], isOwn: false)
  }
}
