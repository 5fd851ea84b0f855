// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What only this meeting has among its peers, what some of them have and it has not, and who was ahead.
///
/// A peer drops nothing. `scope` tells over how many meetings an “only” reaches, this one included.
enum Peers {
  static func find(_ sides: [Comparing]) -> [Change] {
    guard let first = sides.first else { return [] }
    return only(sides, first) + PeerLacks.find(sides) + PeerRatios.find(sides) + PeerTerms.find(sides)
  }

  /// Of so many each is told apart; what more of them have in common is one thing and told once.
  static let few = 3

  private static func only(_ sides: [Comparing], _ first: Comparing) -> [Change] {
    first.meeting.priorities.compactMap { priority in
      let links = sides.compactMap { side in
        side.comparison.priorities.first { $0.to.contains(priority.rank) }
      }
      guard links.count == sides.count, links.allSatisfy({ $0.kind == .added }),
        !sides.contains(where: { covers($0.baseline, priority) })
      else { return nil }
      var change = first.change(.peerOnly, links[0], rule: "peers")
      change.baselines = sides.map(\.baseline.id)
      change.scope = "已收录\(sides.count + 1)家"
      return change
    }
  }

  /// True where a meeting has the line of work inside another item: then it is not had alone, nor lacking.
  static func covers(_ peer: Meeting, _ priority: Priority) -> Bool {
    guard let topic = priority.topics.first else { return false }
    return peer.priorities.contains { $0.topics.contains(topic) }
  }
}
