// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// At which place a meeting names a line of work: as a task of its own, or inside another.
struct TopicRank {
  let rank: Int
  let isOwn: Bool

  /// Nil where no task speaks of it.
  init?(_ topic: String, in meeting: Meeting) {
    if let own = meeting.priorities.first(where: { $0.topics.first == topic }) {
      (rank, isOwn) = (own.rank, true)
    } else if let other = meeting.priorities.first(where: { $0.topics.contains(topic) }) {
      (rank, isOwn) = (other.rank, false)
    } else {
      return nil
    }
  }

  /// 3, or 5内 inside the fifth task.
  var text: String { isOwn ? String(rank) : "\(rank)内" }
}
