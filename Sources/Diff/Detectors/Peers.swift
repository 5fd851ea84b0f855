// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What only this meeting has among its peers, and what all or some of them have and it has not.
///
/// A peer drops nothing. `scope` tells over how many meetings an “only” reaches, this one included.
enum Peers {
  static func find(_ sides: [Comparing]) -> [Change] {
    guard let first = sides.first else { return [] }
    return only(sides, first) + sides.flatMap(lacking) + sides.flatMap(PeerRatios.find) + PeerTerms.find(sides)
  }

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
  private static func covers(_ peer: Meeting, _ priority: Priority) -> Bool {
    guard let topic = priority.topics.first else { return false }
    return peer.priorities.contains { $0.topics.contains(topic) }
  }

  private static func lacking(_ side: Comparing) -> [Change] {
    side.comparison.priorities.filter { link in
      link.kind == .dropped
        && !side.baseline.priorities.contains { link.from.contains($0.rank) && covers(side.meeting, $0) }
    }.map { link in
      var change = side.change(.peerLack, link, rule: "peers")
      if !SilenceWeight.speaks(side) { change.confidence = .low }
      return change
    }
  }
}
